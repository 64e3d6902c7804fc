using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>A story as the editor's picker is told of it.</summary>
public sealed record StoryJson(Guid Id, string Headline, string Section, string Published);

/// <summary>
/// GET /newsroom/articles.json?q=…&amp;beside=7: published stories of that article's edition, latest first, for the editor's
/// boxes of related ones; with ?id=… those of these ids.
/// </summary>
public static class FindStories
{
    private const int Most = 48;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/articles.json", Get).Requires(Permission.WriteArticles);

    internal static async Task<IResult> Get(string? q, long? beside, [FromQuery] Guid[] id, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var stories = newspaper.Articles.AsNoTracking().Published(clock.GetUtcNow());
        stories = id.Length > 0 ? stories.Where(row => id.Contains(row.PublicId)) : stories.MatchingAsPublished(q);
        if (beside is { } here)
        {
            var edition = await newspaper.Articles.Where(row => row.Id == here).Select(row => row.EditionId).FirstOrDefaultAsync(stop);
            stories = stories.InEdition(edition).Where(row => row.Id != here);
        }

        var found = await stories.LatestFirst().Take(Most).ToListAsync(stop);
        var sections = await newspaper.Sections.ToDictionaryAsync(row => row.Id, row => row.Name, stop);
        var editions = await newspaper.Editions.ToDictionaryAsync(row => row.Id, stop);
        return TypedResults.Json(found.Select(row => new StoryJson(
            row.PublicId, row.Headline, sections.GetValueOrDefault(row.SectionId ?? 0, ""),
            row.PublishedAt is { } at ? Dates.Day(editions[row.EditionId].LocalTime(at)) : "")));
    }
}
