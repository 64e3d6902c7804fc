using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Sections;

/// <summary>PATCH /api/v1/sections/{id}</summary>
internal static class ChangeSection
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPatch("/sections/{id:guid}", Patch)
        .Requires(Permission.ArrangePaper)
        .Describe("changeSection", "Change a section", "Its name, description and place. Its address stays: stories stand under it.");

    internal static async Task<Ok<SectionAnswer>> Patch(Guid id, Sent<SectionFields> sent, Newspaper newspaper, CancellationToken stop)
    {
        var section = await newspaper.Sections.SingleOrDefaultAsync(row => row.PublicId == id, stop) ?? throw ProblemKind.NotFound.Exception($"There is no section {id}.");
        var (asked, check) = (sent.Value, new Asking());
        if (sent.Gives(nameof(asked.Name))) section.Name = check.Name("name", asked.Name);
        if (sent.Gives(nameof(asked.Description))) section.Description = Asking.Words(asked.Description);
        section.Position = asked.Position ?? section.Position;
        check.Done();
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Ok(SectionAnswer.Of(section, await newspaper.Editions.SingleAsync(row => row.Id == section.EditionId, stop)));
    }
}
