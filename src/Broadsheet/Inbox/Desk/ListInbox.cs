using Broadsheet.Accounts;
using Broadsheet.Articles.History;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Inbox.Desk;

/// <param name="Headlines">Of the stories that messages are about.</param>
/// <param name="Names">Of staff who took something.</param>
public sealed record InboxListView(
    InboxSearch Search, IReadOnlyList<InboxMessage> Found, bool HasMore, IReadOnlyDictionary<long, string> Headlines, IReadOnlyDictionary<long, string> Names, IReadOnlyList<Edition> Editions, bool MayReadTips, bool MayRun)
{
    public Edition EditionOf(InboxMessage message) => Editions.First(edition => edition.Id == message.EditionId);
}

/// <summary>GET /newsroom/inbox?q=…&amp;kind=Letter&amp;state=New&amp;mine=true&amp;story=7: what readers wrote.</summary>
public static class ListInbox
{
    private const int Length = 50;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/inbox", Get).Requires(Permission.ReadInbox);

    internal static async Task<IResult> Get(HttpRequest request, Newspaper newspaper, Staff staff, CancellationToken stop)
    {
        var search = InboxSearch.Read(request.Query);
        var found = await search.In(newspaper, staff).Skip((search.Number - 1) * Length).Take(Length + 1).ToListAsync(stop);
        return Page.Of<ListInboxPage, InboxListView>(new(
            search, [.. found.Take(Length)], found.Count > Length,
            await newspaper.HeadlinesAsync([.. found.Select(row => row.StoryId).OfType<long>(), .. search.Story is { } story ? [story] : Array.Empty<long>()], stop),
            await newspaper.MakersAsync(found.Select(row => row.TakenBy).OfType<long>(), stop),
            await newspaper.AllEditionsAsync(stop), staff.May(Permission.ReadTips), staff.May(Permission.RunPaper)));
    }
}
