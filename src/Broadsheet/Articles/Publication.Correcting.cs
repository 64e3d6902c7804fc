using Broadsheet.Sections;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <param name="Overruled">What the checks said against it; to be written down with the reason.</param>
public sealed record CorrectedArticle(ArticleVersion Version, IReadOnlyList<NotReadyException.Problem> Overruled);

public sealed partial class Publication
{
    /// <summary>
    /// Puts right what readers see. Every check is asked and none stops it: what is wrong on the page does harm until it is gone, and the
    /// second key, the credit and the rest can be had afterwards. What they say is handed back.
    /// </summary>
    /// <param name="article">Loaded with <see cref="ArticleQueries.ForActs"/>.</param>
    /// <param name="content">What readers are to see; it need not be the draft.</param>
    /// <param name="keepsSchedule">A version that waits for its time goes on waiting.</param>
    /// <exception cref="ArticleException">It is not out, or has no headline.</exception>
    public Task<CorrectedArticle> CorrectAsync(Article article, ArticleContent content, long by, string reason, bool saysUpdated = false, bool keepsSchedule = false, CancellationToken stop = default) =>
        newspaper.WriteAsync(async () =>
        {
            if (!article.IsPublished) throw new ArticleException(Text.T("acts.correct.notOut"));
            if (string.IsNullOrWhiteSpace(content.Headline)) throw new NotReadyException([new("Headline", Text.T("article.writeHeadline"))]);

            var shown = content with { Section = await StandingSectionAsync(article, content.Section, stop) };
            var overruled = await ProblemsAsync(article, shown, stop);
            var (at, waiting) = (article.ScheduledFor, article.ScheduledVersionId);
            var version = await MakeVersionAsync(article, shown, by, reason, stop);
            await ShowAsync(article, version, saysUpdated, stop);
            if (keepsSchedule && at is not null)
            {
                article.KeepSchedule(at, waiting);
                await newspaper.SaveChangesAsync(stop);
            }
            return new CorrectedArticle(version, overruled);
        }, stop);

    /// <summary>Has other content wait in the place of the version that waits for its time.</summary>
    public Task ExchangeScheduledAsync(Article article, ArticleContent content, long by, string reason, CancellationToken stop = default) =>
        newspaper.WriteAsync(async () =>
        {
            var (at, version) = (article.ScheduledFor!.Value, await MakeVersionAsync(article, content, by, reason, stop));
            article.KeepSchedule(at, version.Id);
            newspaper.Enqueue(new ScheduledPublication(article.Id, version.Id, at), at, $"publish/{article.Id}/{article.Stamp:N}");
            await newspaper.SaveChangesAsync(stop);
        }, stop);

    // A section that is gone, or was never chosen in this draft, must not keep an error on the page: the story stays where it is.
    private async Task<Guid?> StandingSectionAsync(Article article, Guid? wanted, CancellationToken stop) =>
        await newspaper.Sections.AnyAsync(row => row.PublicId == wanted && row.EditionId == article.EditionId, stop) ? wanted
            : await newspaper.Sections.Where(row => row.Id == article.SectionId).Select(row => (Guid?)row.PublicId).SingleAsync(stop);
}
