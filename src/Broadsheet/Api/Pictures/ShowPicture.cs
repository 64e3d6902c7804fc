using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Pictures;

/// <summary>GET /api/v1/pictures/{id}</summary>
internal static class ShowPicture
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/pictures/{id:guid}", Get)
        .Requires(Permission.AddPictures)
        .Describe("showPicture", "Read a picture", "What is known about it, and where it can be seen.");

    internal static async Task<Ok<PictureAnswer>> Get(Guid id, Newspaper newspaper, CancellationToken stop) =>
        TypedResults.Ok(PictureAnswer.Of(await newspaper.FindPictureAsync(id, stop)));
}
