using Broadsheet.Accounts;
using Broadsheet.Contributors;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Contributors;

/// <summary>PATCH /api/v1/contributors/{id}</summary>
internal static class ChangeContributor
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPatch("/contributors/{id:guid}", Patch)
        .Requires(Permission.ArrangePaper)
        .Describe("changeContributor", "Change a contributor", "A new name or hiding reaches old bylines too. The address stays.");

    internal static async Task<Ok<ContributorAnswer>> Patch(Guid id, Sent<ContributorFields> sent, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var contributor = await newspaper.Contributors.SingleOrDefaultAsync(row => row.PublicId == id, stop) ?? throw ProblemKind.NotFound.Exception($"There is no contributor {id}.");
        var check = new Asking();
        await newspaper.WriteAsync(contributor, sent, staff, check, stop);
        check.Done();
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Ok(ContributorAnswer.Of(contributor, staff));
    }
}
