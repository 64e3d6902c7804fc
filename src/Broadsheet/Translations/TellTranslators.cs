using Broadsheet.Articles;
using Broadsheet.Corrections;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Translations;

internal sealed class TellTranslatorsOfChange(Newspaper newspaper, TimeProvider clock) : IJob<ArticleUpdated>
{
    public async Task RunAsync(ArticleUpdated work, string key, CancellationToken stop)
    {
        if (await newspaper.Articles.AsNoTracking().Where(row => row.Id == work.Article).Select(row => row.PublishedVersionId).SingleOrDefaultAsync(stop) is not { } shown) return;
        var version = await newspaper.ArticleVersions.AsNoTracking().Where(row => row.Id == shown).Select(row => new { row.Number, row.MadeBy, row.Reason }).SingleAsync(stop);
        // What the paper says about that version is told as what it is.
        if (await newspaper.Corrections.AnyAsync(row => row.ArticleId == work.Article && row.Version == version.Number && row.Kind != CorrectionKind.Update, stop)) return;
        await newspaper.TellTranslatorsAsync(TranslationNotices.Changed, work.Article, version.MadeBy, version.Reason, isUrgent: false, clock.GetUtcNow(), stop);
    }
}

internal sealed class TellTranslatorsOfCorrection(Newspaper newspaper, TimeProvider clock) : IJob<CorrectionMade>
{
    public async Task RunAsync(CorrectionMade work, string key, CancellationToken stop)
    {
        var said = await newspaper.Corrections.AsNoTracking().SingleAsync(row => row.Id == work.Correction, stop);
        // An update is told as a change, a retraction as the withdrawal that it is.
        if (said.Kind is CorrectionKind.Update or CorrectionKind.Retraction) return;
        await newspaper.TellTranslatorsAsync(TranslationNotices.Corrected, work.Article, said.MadeBy, said.Text, isUrgent: true, clock.GetUtcNow(), stop);
    }
}

internal sealed class TellTranslatorsOfAmendment(Newspaper newspaper, TimeProvider clock) : IJob<CorrectionAmended>
{
    public async Task RunAsync(CorrectionAmended work, string key, CancellationToken stop)
    {
        var said = await newspaper.Corrections.AsNoTracking().Include(row => row.Earlier).SingleAsync(row => row.Id == work.Correction, stop);
        if (said.IsInLedger && said.Earlier.MaxBy(wording => wording.Number) is { } before) await newspaper.TellTranslatorsAsync(TranslationNotices.Corrected, work.Article, before.AmendedBy, said.Text, isUrgent: true, clock.GetUtcNow(), stop);
    }
}

internal sealed class TellTranslatorsOfWithdrawal(Newspaper newspaper, TimeProvider clock) : IJob<ArticleWithdrawn>
{
    public async Task RunAsync(ArticleWithdrawn work, string key, CancellationToken stop)
    {
        if (await newspaper.Articles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == work.Article, stop) is not { Withdrawal: { } withdrawal }) return;
        await newspaper.TellTranslatorsAsync(TranslationNotices.Withdrawn, work.Article, withdrawal.By, withdrawal.Reason, isUrgent: true, clock.GetUtcNow(), stop);
    }
}
