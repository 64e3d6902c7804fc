using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Topics;

public sealed record TopicListView(IReadOnlyList<Edition> Editions, IReadOnlyList<Topic> Topics, IReadOnlyDictionary<long, int> Stories, string Words, bool HasMore)
{
    public Edition EditionOf(Topic topic) => Editions.First(edition => edition.Id == topic.EditionId);
}

/// <summary>GET /newsroom/topics?q=…</summary>
public static class ListTopics
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/topics", Get).Requires(Permission.ArrangePaper);

    internal static async Task<IResult> Get(string? q, Newspaper newspaper, IStoryPlaces places, CancellationToken stop)
    {
        var words = (q ?? "").Trim();
        var slug = words.Length > 0 ? Slug.Of(words) : "";
        var found = await newspaper.Topics.AsNoTracking().Where(row => slug == "" || row.Slug.Contains(slug) || row.Name.Contains(words))
            .OrderBy(row => row.EditionId).ThenBy(row => row.Name).Take(Most + 1).ToListAsync(stop);
        return Page.Of<ListTopicsPage, TopicListView>(new(
            await newspaper.AllEditionsAsync(stop),
            [.. found.Take(Most)], await places.OnTopicsAsync(stop), words, found.Count > Most));
    }
}
