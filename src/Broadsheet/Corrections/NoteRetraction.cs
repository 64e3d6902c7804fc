using Broadsheet.Articles;
using Broadsheet.Articles.History;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections;

/// <summary>A story that was withdrawn as a retraction stands in the ledger with its notice.</summary>
internal sealed class NoteRetraction(Newspaper newspaper) : IJob<ArticleWithdrawn>
{
    public async Task RunAsync(ArticleWithdrawn work, string key, CancellationToken stop)
    {
        var article = await newspaper.Articles.AsNoTracking().SingleAsync(row => row.Id == work.Article, stop);
        if (article is not { Withdrawal: { Kind: WithdrawalKind.Retraction } withdrawal, PublishedVersionId: { } shown }) return;

        // The database keeps whole milliseconds; the notice was kept in finer ones.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(withdrawal.At.ToUnixTimeMilliseconds());
        if (await newspaper.Corrections.AnyAsync(row => row.ArticleId == article.Id && row.Kind == CorrectionKind.Retraction && row.MadeAt == at, stop)) return;

        var version = await newspaper.ArticleVersions.Where(row => row.Id == shown).Select(row => row.Number).SingleAsync(stop);
        var correction = new Correction(article, CorrectionKind.Retraction, withdrawal.Notice.Length <= Correction.LongestText ? withdrawal.Notice : withdrawal.Notice[..Correction.LongestText], version, withdrawal.By, at);
        newspaper.Corrections.Add(correction);
        await newspaper.SaveChangesAsync(stop);
        newspaper.Record(new CorrectionMade(article.Id, correction.Id), at);
        await newspaper.TellOfCorrectionAsync(article, withdrawal.Notice, (withdrawal.By > 0 ? withdrawal.By : null, (await newspaper.MakersAsync([withdrawal.By], stop))[withdrawal.By]), at, stop);
        await newspaper.SaveChangesAsync(stop);
    }
}
