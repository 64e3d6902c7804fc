using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections;

/// <summary>The acts of putting something right, for the newsroom and the API alike.</summary>
public sealed class CorrectionDesk(Newspaper newspaper, Publication publication, TimeProvider clock)
{
    /// <summary>Says something about a story whose text stays as it is.</summary>
    /// <exception cref="ArticleException">Readers never saw it; or it is a retraction, which is made by withdrawing.</exception>
    public Task<Correction> AddAsync(Article article, CorrectionKind kind, string text, Staff staff, CancellationToken stop = default) => newspaper.WriteAsync(async () =>
    {
        if (article.PublishedVersionId is not { } shown) throw new ArticleException(Text.T("acts.correct.notOut"));
        var version = await newspaper.ArticleVersions.Where(row => row.Id == shown).Select(row => row.Number).SingleAsync(stop);
        return await SayAsync(article, kind, text, version, staff, stop);
    }, stop);

    /// <summary>Publishes <paramref name="content"/> with what is said about it, whatever the checks say.</summary>
    /// <param name="kind">Null: nothing is said; a letter was put right.</param>
    /// <param name="reason">Why the version is made, for the newsroom.</param>
    public Task<(ArticleVersion Version, Correction? Correction)> CorrectAsync(
        Article article, ArticleContent content, CorrectionKind? kind, string text, string reason, bool saysUpdated, bool keepsSchedule, Staff staff, CancellationToken stop = default) => newspaper.WriteAsync(async () =>
    {
        var corrected = await publication.CorrectAsync(article, content, staff.By, reason.Length > 0 || kind is null ? reason : text, saysUpdated, keepsSchedule, stop);
        if (corrected.Overruled.Count > 0)
            newspaper.Audit(staff, "correction-past-checks", $"article/{article.PublicId}", Cut($"{(reason.Length > 0 ? reason : text)} — {string.Join(" ", corrected.Overruled.Select(problem => problem.Message))}"), clock.GetUtcNow());
        var correction = kind is { } said ? await SayAsync(article, said, text, corrected.Version.Number, staff, stop) : null;
        await newspaper.SaveChangesAsync(stop);
        return (corrected.Version, correction);
    }, stop);

    /// <exception cref="ArticleException">It says nothing new, or somebody amended it since.</exception>
    public async Task AmendAsync(Correction correction, CorrectionKind kind, string text, string why, int revision, Staff staff, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow();
        correction.Amend(kind, text, why, revision, staff.By, now);
        newspaper.Record(new CorrectionAmended(correction.ArticleId, correction.Id), now);
        newspaper.Audit(staff, "correction-amended", $"correction/{correction.PublicId}", Cut(why), now);
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ArticleException(Text.T("corrections.stale"));
        }
    }

    private async Task<Correction> SayAsync(Article article, CorrectionKind kind, string text, int version, Staff staff, CancellationToken stop)
    {
        if (kind == CorrectionKind.Retraction) throw new ArticleException(Text.T("corrections.retraction"));
        var now = clock.GetUtcNow();
        var correction = new Correction(article, kind, text, version, staff.By, now);
        newspaper.Corrections.Add(correction);
        newspaper.Audit(staff, "correction", $"article/{article.PublicId}", Cut(text), now);
        await newspaper.SaveChangesAsync(stop);
        newspaper.Record(new CorrectionMade(article.Id, correction.Id), now);
        await newspaper.TellOfCorrectionAsync(article, text, (staff.MemberId, staff.Name), now, stop);
        await newspaper.SaveChangesAsync(stop);
        return correction;
    }

    private static string Cut(string text) => text.Length <= 2000 ? text : text[..2000];
}
