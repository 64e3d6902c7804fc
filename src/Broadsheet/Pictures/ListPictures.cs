using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pictures;

/// <param name="Licences">Those that occur, for the filter.</param>
/// <param name="Ending">How many pictures that readers see lose their rights within two weeks.</param>
/// <param name="Ended">How many have lost them and still stand in stories.</param>
public sealed record PictureListView(IReadOnlyList<Picture> Pictures, PictureFilter Filter, int Page, bool HasMore, IReadOnlyList<string> Licences, int Ending, int Ended, DateTimeOffset Now);

/// <summary>What the editor's picker is sent. Next is the address of older ones, null at the end.</summary>
public sealed record PictureListJson(IReadOnlyList<PictureJson> Pictures, string? Next);

/// <summary>GET /newsroom/pictures?q=…&amp;rights=ending&amp;page=2, and the same as JSON for the picker; with ?id=… those of these ids.</summary>
public static class ListPictures
{
    private const int OnePage = 48;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/pictures", Get).Requires(Permission.AddPictures);
        newsroom.MapGet("/pictures.json", GetJson).Requires(Permission.AddPictures);
    }

    internal static async Task<IResult> Get(HttpRequest request, Newspaper newspaper, int? page, TimeProvider clock, CancellationToken stop)
    {
        var (filter, now) = (PictureFilter.Read(request.Query), clock.GetUtcNow());
        var (pictures, hasMore) = await FindAsync(filter.Of(newspaper, now), page, stop);
        var used = newspaper.Pictures.Where(picture => newspaper.Set<PictureUsed>().Any(row => row.Picture == picture.PublicId));
        return Page.Of<ListPicturesPage, PictureListView>(new(
            pictures, filter, Number(page), hasMore, await newspaper.Pictures.Where(picture => picture.Licence != "").Select(picture => picture.Licence).Distinct().OrderBy(licence => licence).Take(100).ToListAsync(stop),
            await used.EndingSoon(now).CountAsync(stop), await used.CountAsync(picture => picture.RightsEnd <= now, stop), now));
    }

    internal static async Task<IResult> GetJson(HttpRequest request, Newspaper newspaper, string? q, int? page, [FromQuery] Guid[] id, TimeProvider clock, CancellationToken stop)
    {
        if (id.Length > 0) return TypedResults.Json(new PictureListJson([.. (await newspaper.Pictures.ByPublicIdAsync(id, stop)).Values.Select(PictureJson.Of)], null));
        var (pictures, hasMore) = await FindAsync(PictureFilter.Read(request.Query).Of(newspaper, clock.GetUtcNow()), page, stop);
        return TypedResults.Json(new PictureListJson([.. pictures.Select(PictureJson.Of)],
            hasMore ? $"/newsroom/pictures.json?q={Uri.EscapeDataString(q ?? "")}&page={Number(page) + 1}" : null));
    }

    private static async Task<(IReadOnlyList<Picture>, bool HasMore)> FindAsync(IQueryable<Picture> pictures, int? page, CancellationToken stop)
    {
        var found = await pictures.LatestFirst().Skip((Number(page) - 1) * OnePage).Take(OnePage + 1).ToListAsync(stop);
        return ([.. found.Take(OnePage)], found.Count > OnePage);
    }

    private static int Number(int? page) => Math.Clamp(page ?? 1, 1, 100_000);
}
