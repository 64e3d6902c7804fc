using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Popularity;

public sealed record ListReadsView(PopularWindow Window, IReadOnlyList<ReadLine> Lines);

/// <param name="Reads">In the window.</param>
/// <param name="Altogether">Since it went out.</param>
public sealed record ReadLine(long Id, string Headline, bool IsBarred, bool IsPublished, long Reads, long Altogether);

/// <summary>GET /newsroom/reads: what was read most in a day, a week, a month; counted as it is, without decay.</summary>
public static class ListReads
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/reads", Get).Requires(Permission.EnterNewsroom);

    internal static async Task<IResult> Get(string? window, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var chosen = Enum.TryParse<PopularWindow>(window, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : PopularWindow.Day;
        var since = ReadCount.HourOf(clock.GetUtcNow()) - chosen.Days() * 24;

        var counts = await newspaper.ReadCounts.Where(count => count.Hour > since)
            .GroupBy(count => count.ArticleId).Select(story => new { Id = story.Key, Reads = story.Sum(count => count.Reads) })
            .OrderByDescending(story => story.Reads).ThenByDescending(story => story.Id).Take(Most).ToListAsync(stop);
        var ids = counts.Select(story => story.Id).ToList();
        var altogether = await newspaper.ReadsOfAsync(ids, stop);
        var articles = await newspaper.Articles.AsNoTracking().Where(article => ids.Contains(article.Id)).ToDictionaryAsync(article => article.Id, stop);

        return Page.Of<ListReadsPage, ListReadsView>(new(chosen, [.. counts.Select(story =>
            new ReadLine(story.Id, articles[story.Id].Headline, articles[story.Id].IsBarredFromPopular, articles[story.Id].IsPublished, story.Reads, altogether[story.Id]))]));
    }
}
