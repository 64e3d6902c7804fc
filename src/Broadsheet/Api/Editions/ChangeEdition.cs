using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Editions;

/// <summary>PATCH /api/v1/editions/{id}</summary>
internal static class ChangeEdition
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPatch("/editions/{id:guid}", Patch)
        .Requires(Permission.RunPaper)
        .Describe("changeEdition", "Change an edition", "Its name, line, language, time zone and place. Its code stays: addresses begin with it.");

    internal static async Task<Ok<EditionAnswer>> Patch(Guid id, Sent<EditionFields> sent, Newspaper newspaper, CancellationToken stop)
    {
        var edition = await newspaper.Editions.SingleOrDefaultAsync(row => row.PublicId == id, stop) ?? throw ProblemKind.NotFound.Exception($"There is no edition {id}.");
        var check = new Asking();
        sent.Value.WriteTo(edition, check, sent.Gives);
        check.Done();
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Ok(EditionAnswer.Of(edition));
    }
}
