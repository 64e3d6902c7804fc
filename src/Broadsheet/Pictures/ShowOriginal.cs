using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pictures;

/// <summary>GET /newsroom/pictures/7/original: the bytes as they came, to take home, never to be shown in the browser.</summary>
public static class ShowOriginal
{
    public static void Map(IEndpointRouteBuilder newsroom) =>
        newsroom.MapGet("/pictures/{id:long}/original", Get).Requires(Permission.AddPictures);

    internal static async Task<IResult> Get(long id, HttpResponse response, Newspaper newspaper, FileStore files, CancellationToken stop)
    {
        if (await newspaper.Pictures.AsNoTracking().SingleOrDefaultAsync(picture => picture.Id == id, stop) is not { } picture) return TypedResults.NotFound();

        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.PhysicalFile(files.PathOf(picture.FileHash), picture.Format.MediaType(), picture.FileName);
    }
}
