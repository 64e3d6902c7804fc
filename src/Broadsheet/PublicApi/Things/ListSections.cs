using System.ComponentModel;
using Broadsheet.Api;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Things;

/// <summary>A part of the paper: each story stands in exactly one.</summary>
public sealed record PublicSection
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    [Description("Unique in its edition; it may change.")]
    public required string Slug { get; init; }

    public required string Description { get; init; }

    [Description("Its page on the paper.")]
    public required string Url { get; init; }

    internal static PublicSection Of(Section section, PaperEdition edition, PaperOrigin origin) => new()
    {
        Id = section.PublicId,
        Name = section.Name,
        Slug = section.Slug,
        Description = section.Description,
        Url = origin.Whole(edition.At(PaperOrigin.Path(section.Slug))),
    };
}

internal static class ListSections
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sections", Get).Reads<EditionQuery, Listed<PublicSection>>()
        .Describe("readSections", "An edition’s sections", "All sections of an edition, in the order in which they stand under the masthead.");

    private static async Task<IResult> Get([AsParameters] EditionQuery asked, EditionsAsked editions, Newspaper newspaper, PaperOrigin origin, CancellationToken stop)
    {
        var edition = await editions.OneAsync(asked.Edition, stop);
        var sections = await newspaper.Sections.AsNoTracking().Where(row => row.EditionId == edition.Id).OrderBy(row => row.Position).ToListAsync(stop);
        return Answer.Whole(sections.Select(section => PublicSection.Of(section, edition.ForPaper(), origin)));
    }
}
