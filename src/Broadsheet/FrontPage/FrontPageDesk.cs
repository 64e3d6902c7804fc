using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

/// <param name="Leads">The headline that readers see first; null while nothing is out.</param>
/// <param name="Pinned">The story pinned now, also when it was withdrawn since.</param>
/// <param name="Until">When that pin ends, in words.</param>
/// <param name="Stories">Published ones to choose from, newest first.</param>
public sealed record FrontPageDeskView(
    Edition Edition, IReadOnlyList<Edition> Editions, string? Leads, Article? Pinned, string? Until, IReadOnlyList<Choice> Stories,
    LeadForm Form, Problems Problems, IReadOnlyList<StaleText>? Stale);

/// <summary>Draws the front page's desk as it stands, or with a form that was refused.</summary>
public sealed class FrontPageDesk(Newspaper newspaper, FrontPageArrangement arrangement, TimeProvider clock)
{
    private const int Newest = 60;

    /// <param name="refused">What was typed and not taken; null: the form shows what stands.</param>
    public async Task<RazorComponentResult> AnswerAsync(Edition edition, CancellationToken stop, LeadForm? refused = null, Problems? problems = null, int status = StatusCodes.Status200OK)
    {
        var now = clock.GetUtcNow();
        var page = await newspaper.FrontPages.AsNoTracking().SingleOrDefaultAsync(row => row.EditionId == edition.Id, stop);
        var pinned = page?.LeadAt(now) is { } lead ? await newspaper.Articles.AsNoTracking().SingleAsync(row => row.Id == lead, stop) : null;
        var stories = await newspaper.MayLead(edition.Id, now).AsNoTracking().Take(Newest).ToListAsync(stop);
        if (pinned is not null && stories.All(story => story.Id != pinned.Id)) stories.Add(pinned);
        var choices = stories.Select(story => new Choice(story.PublicId.ToString(), $"{story.Headline} · {ArticleStateText.Time(story.PublishedAt!.Value, edition)}")).ToList();

        var stands = LeadForm.Of(page, pinned, edition, now);
        var isStale = status == StatusCodes.Status409Conflict;
        return Page.Of<FrontPageDeskPage, FrontPageDeskView>(new(
            edition, await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).ToListAsync(stop),
            (await arrangement.ArrangeAsync(edition.ForPaper(), new HashSet<long>(), stop)).Lead?.Headline,
            pinned, pinned is null ? null : ArticleStateText.Time(page!.LeadUntil!.Value, edition), choices,
            // Sent again, the form now overwrites what its sender has read.
            refused is null ? stands : isStale ? refused with { Stamp = stands.Stamp } : refused,
            problems ?? Problems.None, isStale ? refused?.Against(stands, choices) : null), status);
    }
}

public static class LeadQueries
{
    extension(Newspaper newspaper)
    {
        /// <summary>What may stand first: what somebody paid for may not.</summary>
        public IQueryable<Article> MayLead(long edition, DateTimeOffset now) =>
            newspaper.Latest(edition, now).Where(article => article.Kind != ArticleKind.Sponsored);
    }
}
