using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Api.Editions;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Sections;

/// <summary>GET /api/v1/sections</summary>
internal static class ListSections
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sections", Get)
        .Requires(Permission.WriteArticles)
        .Describe("listSections", "List sections", "Every section of an edition in the order of the masthead, or of all editions.");

    internal static async Task<Ok<Listed<SectionAnswer>>> Get(
        [Description("Only this edition’s, by id or code.")] string? edition, Newspaper newspaper, CancellationToken stop)
    {
        var chosen = edition is null ? null : await newspaper.FindEditionAsync(edition, stop);
        var editions = await newspaper.Editions.AsNoTracking().ToDictionaryAsync(row => row.Id, stop);
        var sections = await newspaper.Sections.AsNoTracking().Where(row => chosen == null || row.EditionId == chosen.Id)
            .OrderBy(row => row.EditionId).ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop);
        return TypedResults.Ok(new Listed<SectionAnswer> { Items = [.. sections.Select(row => SectionAnswer.Of(row, editions[row.EditionId]))] });
    }
}
