using Broadsheet.Accounts;
using Broadsheet.Api.Editions;
using Broadsheet.Api.Repeats;
using Broadsheet.Editions;
using Broadsheet.Pages;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Sections;

/// <summary>POST /api/v1/sections</summary>
internal static class CreateSection
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/sections", Post)
        .Requires(Permission.ArrangePaper)
        .Describe("createSection", "Make a section", "It stands under the masthead at once.")
        .Once();

    internal static Task<Created<SectionAnswer>> Post(Sent<NewSection> sent, Newspaper newspaper, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        var (asked, check) = (sent.Value, new Asking());
        var edition = await newspaper.FindEditionAsync(asked.Edition, stop);
        var name = check.Name("name", asked.Name);
        var slug = check.Slug(asked.Slug, name);
        if (await TakenAsync(newspaper, edition, slug, stop) is { } taken) check.Wrong("slug", taken);
        check.Done();

        var last = await newspaper.Sections.Where(row => row.EditionId == edition.Id).MaxAsync(row => (int?)row.Position, stop) ?? -1;
        var section = new Section(edition.Id, name, slug, asked.Position ?? last + 1) { Description = Asking.Words(asked.Description) };
        newspaper.Sections.Add(section);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/v1/sections/{section.PublicId}", SectionAnswer.Of(section, edition));
    }, stop);

    private static async Task<string?> TakenAsync(Newspaper newspaper, Edition edition, string slug, CancellationToken stop) =>
        ReservedSegments.Contains(slug) ? $"“{slug}” is an address of the program; no section can have it."
        : await newspaper.Sections.AnyAsync(row => row.EditionId == edition.Id && row.Slug == slug, stop) ? $"This edition has a section called “{slug}”."
        : await newspaper.Pages.AnyAsync(row => row.EditionId == edition.Id && row.Slug == slug, stop) ? $"This edition has a page called “{slug}”."
        : await newspaper.Editions.AnyAsync(row => row.Code == slug, stop) ? $"“{slug}” is the code of an edition."
        : null;
}
