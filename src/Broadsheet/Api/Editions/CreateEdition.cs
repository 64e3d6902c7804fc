using Broadsheet.Accounts;
using Broadsheet.Api.Repeats;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Editions;

/// <summary>POST /api/v1/editions</summary>
internal static class CreateEdition
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/editions", Post)
        .Requires(Permission.RunPaper)
        .Describe("createEdition", "Make an edition", "It needs name, language and timeZone. Readers find it in the edition switch at once.")
        .Once();

    internal static Task<Created<EditionAnswer>> Post(Sent<NewEdition> sent, Newspaper newspaper, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        var (asked, check) = (sent.Value, new Asking());
        var code = asked.Code ?? "";
        if (await TakenAsync(newspaper, code, stop) is { } taken) check.Wrong("code", taken);
        var last = await newspaper.Editions.MaxAsync(row => (int?)row.Position, stop) ?? -1;
        var edition = new Edition(code, "", "en", "UTC", asked.Position ?? last + 1);
        asked.WriteTo(edition, check, member => member is nameof(asked.Name) or nameof(asked.Language) or nameof(asked.TimeZone) || sent.Gives(member));
        check.Done();

        newspaper.Editions.Add(edition);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/v1/editions/{edition.PublicId}", EditionAnswer.Of(edition));
    }, stop);

    private static async Task<string?> TakenAsync(Newspaper newspaper, string code, CancellationToken stop) =>
        await newspaper.Editions.AnyAsync(row => row.Code == code, stop) ? code.Length == 0 ? "The paper has a first edition; give this one a code such as “he”." : $"There is an edition “{code}”."
        : code.Length == 0 ? null
        : !Edition.IsCode(code) ? "A code has up to 20 small Latin letters, digits and hyphens."
        : ReservedSegments.Contains(code) ? $"“{code}” is an address of the program; no edition can have it."
        : await newspaper.Sections.AnyAsync(row => row.Slug == code, stop) ? $"“{code}” is the address of a section."
        : null;
}
