using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Editions;

/// <summary>GET /api/v1/editions</summary>
internal static class ListEditions
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/editions", Get)
        .Requires(Permission.WriteArticles)
        .Describe("listEditions", "List editions", "Every edition in the order of the edition switch.");

    internal static async Task<Ok<Listed<EditionAnswer>>> Get(Newspaper newspaper, CancellationToken stop)
    {
        var editions = await newspaper.AllEditionsAsync(stop);
        return TypedResults.Ok(new Listed<EditionAnswer> { Items = [.. editions.Select(EditionAnswer.Of)] });
    }
}
