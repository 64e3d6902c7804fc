using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Corrections.Asking;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections.Fixing;

/// <summary>What readers see, put right at once: published, and brought into the draft and into what waits for its time.</summary>
public sealed class FixDesk(Newspaper newspaper, Publication publication, CorrectionDesk desk, TimeProvider clock)
{
    /// <param name="form">Checked, and answered where something telling changed.</param>
    /// <returns>How much could not be brought into the draft.</returns>
    /// <exception cref="ArticleException">Readers see another version by now.</exception>
    public async Task<int> FixAsync(long id, FixForm form, Staff staff, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await newspaper.WriteAsync(() => TryAsync(id, form, staff, stop), stop);
            }
            catch (DbUpdateConcurrencyException) when (attempt < 5)
            {
                // Somebody is typing in the draft: it is merged anew into what she has saved.
                newspaper.ChangeTracker.Clear();
            }
        }
    }

    private async Task<int> TryAsync(long id, FixForm form, Staff staff, CancellationToken stop)
    {
        var article = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == id, stop);
        if (article.PublishedVersionId != form.Said.Shown) throw new ArticleException(Text.T("article.staleShown"));
        var shown = await newspaper.ArticleVersions.AsNoTracking().SingleAsync(row => row.Id == article.PublishedVersionId, stop);
        var waiting = article.ScheduledVersionId is { } scheduled ? (await newspaper.ArticleVersions.AsNoTracking().SingleAsync(row => row.Id == scheduled, stop)).Content : null;

        var (before, now) = (Questions.AsReadersSee(shown.Content), clock.GetUtcNow());
        var after = form.Over(before);
        var language = await newspaper.Editions.Where(row => row.Id == article.EditionId).Select(row => row.Language).SingleAsync(stop);
        var said = form.Chosen == AnswerKind.Correction ? form.Said.Demand() : (CorrectionKind?)null;
        var reason = form.Said.Why.Length > 0 ? form.Said.Why : said is null ? Text.T("fix.reason") : "";
        var (version, correction) = await desk.CorrectAsync(article, after, said, form.Said.Text, reason, saysUpdated: false, keepsSchedule: true, staff, stop);
        if (form.Chosen is { } answer)
            newspaper.Add(new CorrectionAnswer(id, shown.Number, version.Number, answer, form.Said.Why, staff.By, now) { CorrectionId = correction?.Id, Changes = [.. TellingChanges.Of(before, after, language).Select(KeptChange.Of)] });

        var unmerged = await IntoDraftAsync(article, before, after, staff, now, stop);
        if (waiting is not null) unmerged += await IntoScheduleAsync(article, before, waiting, after, staff, now, stop);
        await newspaper.SaveChangesAsync(stop);
        return unmerged;
    }

    private async Task<int> IntoDraftAsync(Article article, ArticleContent before, ArticleContent after, Staff staff, DateTimeOffset now, CancellationToken stop)
    {
        var merge = ContentMerge.Of(before, article.Draft.Content, after);
        if (!merge.Content.Equals(article.Draft.Content)) article.SaveDraft(merge.Content, article.Draft.Revision, staff.By, now);
        Keep(article, merge, staff, now);
        await newspaper.SaveChangesAsync(stop);
        return merge.Unmerged.Count;
    }

    // What waits for its time must not bring the error back. Where the two cannot both be had it does not go out by itself.
    private async Task<int> IntoScheduleAsync(Article article, ArticleContent before, ArticleContent waiting, ArticleContent after, Staff staff, DateTimeOffset now, CancellationToken stop)
    {
        var merge = ContentMerge.Of(before, waiting, after);
        if (merge.Unmerged.Count == 0)
        {
            await publication.ExchangeScheduledAsync(article, merge.Content, staff.By, Text.T("fix.scheduled"), stop);
            return 0;
        }
        article.Unschedule();
        newspaper.Add(new UnmergedFix(article.Id, "Schedule", Text.T("fix.unscheduled"), "", staff.By, now));
        return 1;
    }

    private void Keep(Article article, ContentMerge merge, Staff staff, DateTimeOffset now) =>
        newspaper.AddRange(merge.Unmerged.Select(text => new UnmergedFix(article.Id, text.Field, text.Mine, text.Theirs, staff.By, now)));
}
