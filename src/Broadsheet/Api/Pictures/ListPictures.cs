using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Pictures;

/// <summary>GET /api/v1/pictures</summary>
internal static class ListPictures
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/pictures", Get)
        .Requires(Permission.AddPictures)
        .Describe("listPictures", "List pictures", "The library, newest first.");

    internal static async Task<Ok<Listed<PictureAnswer>>> Get([AsParameters] ListQuery part, [AsParameters] PictureQuery asked, HttpRequest request, Newspaper newspaper, CancellationToken stop)
    {
        var start = part.Start;
        var pictures = await newspaper.Pictures.AsNoTracking().Matching(asked.Search).Where(row => start == 0 || row.Id < start).OrderByDescending(row => row.Id).PartAsync(part, stop);
        return TypedResults.Ok(part.Part(pictures, row => row.Id, PictureAnswer.Of, request));
    }
}

/// <summary>Which pictures.</summary>
public sealed record PictureQuery
{
    [Description("Only those in whose words every one of these occurs.")]
    public string? Search { get; init; }
}
