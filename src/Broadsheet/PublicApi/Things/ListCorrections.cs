using Broadsheet.Api;
using Broadsheet.Corrections;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Things;

internal static class ListCorrections
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/corrections", Get).Reads<PartQuery, Listed<PublicCorrection>>()
        .Describe("readCorrections", "What an edition has put right", "Everything that an edition has put right, the newest first, with the stories as they can be read now.");

    private static async Task<IResult> Get([AsParameters] PartQuery asked, EditionsAsked editions, Newspaper newspaper, PaperOrigin origin, TimeProvider clock, HttpRequest request, CancellationToken stop)
    {
        var (fields, size, after) = (Fields<PublicCorrection>.Read(asked.Fields), Place.SizeOf(asked.Limit), Place.Read(asked.After));
        var edition = (await editions.OneAsync(asked.Edition, stop)).ForPaper();
        var list = newspaper.LedgerOf(edition.Id);
        if (after is var (moment, key)) list = list.Where(row => row.MadeAt < moment || (row.MadeAt == moment && row.Id < key));
        var found = await list.Take(size + 1).ToListAsync(stop);
        var entries = await newspaper.WithStoriesAsync([.. found.Take(size)], edition, clock.GetUtcNow(), stop);
        return Answer.Part(entries.Select(entry => PublicCorrection.Of(entry, edition, origin)), fields, request,
            found.Count > size ? new Place(found[size - 1].MadeAt, found[size - 1].Id) : null);
    }
}
