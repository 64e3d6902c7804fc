using Broadsheet.Accounts;
using Broadsheet.Contributors;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Contributors;

/// <summary>GET /api/v1/contributors</summary>
internal static class ListContributors
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/contributors", Get)
        .Requires(Permission.WriteArticles)
        .Describe("listContributors", "List contributors", "In the order in which they were made. Real names behind pen names are told to a publisher’s token alone.");

    internal static async Task<Ok<Listed<ContributorAnswer>>> Get([AsParameters] ListQuery asked, HttpRequest request, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var start = asked.Start;
        var contributors = await newspaper.Contributors.AsNoTracking().Where(row => row.Id > start).OrderBy(row => row.Id).PartAsync(asked, stop);
        return TypedResults.Ok(asked.Part(contributors, row => row.Id, row => ContributorAnswer.Of(row, staff), request));
    }
}
