using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pictures;

public sealed record PictureListView(IReadOnlyList<Picture> Pictures, string Words, int Page, bool HasMore);

/// <summary>What the editor's picker is sent. Next is the address of older ones, null at the end.</summary>
public sealed record PictureListJson(IReadOnlyList<PictureJson> Pictures, string? Next);

/// <summary>GET /newsroom/pictures?q=…&amp;page=2, and the same as JSON for the picker; with ?id=… those of these ids.</summary>
public static class ListPictures
{
    private const int OnePage = 48;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/pictures", Get).Requires(Permission.AddPictures);
        newsroom.MapGet("/pictures.json", GetJson).Requires(Permission.AddPictures);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, string? q, int? page, CancellationToken stop)
    {
        var (pictures, hasMore) = await FindAsync(newspaper, q, page, stop);
        return Page.Of<ListPicturesPage, PictureListView>(new(pictures, q ?? "", Number(page), hasMore));
    }

    internal static async Task<IResult> GetJson(Newspaper newspaper, string? q, int? page, [FromQuery] Guid[] id, CancellationToken stop)
    {
        if (id.Length > 0) return TypedResults.Json(new PictureListJson([.. (await newspaper.Pictures.ByPublicIdAsync(id, stop)).Values.Select(PictureJson.Of)], null));
        var (pictures, hasMore) = await FindAsync(newspaper, q, page, stop);
        return TypedResults.Json(new PictureListJson([.. pictures.Select(PictureJson.Of)],
            hasMore ? $"/newsroom/pictures.json?q={Uri.EscapeDataString(q ?? "")}&page={Number(page) + 1}" : null));
    }

    private static async Task<(IReadOnlyList<Picture>, bool HasMore)> FindAsync(Newspaper newspaper, string? words, int? page, CancellationToken stop)
    {
        var found = await newspaper.Pictures.AsNoTracking().Matching(words).LatestFirst()
            .Skip((Number(page) - 1) * OnePage).Take(OnePage + 1).ToListAsync(stop);
        return ([.. found.Take(OnePage)], found.Count > OnePage);
    }

    private static int Number(int? page) => Math.Clamp(page ?? 1, 1, 100_000);
}
