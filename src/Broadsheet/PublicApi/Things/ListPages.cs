using System.ComponentModel;
using Broadsheet.Api;
using Broadsheet.Editions;
using Broadsheet.Pages;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Things;

/// <summary>A page without byline or date: About, Contact, Privacy.</summary>
public sealed record PageLine
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }

    [Description("Unique in its edition; it may change.")]
    public required string Slug { get; init; }

    [Description("The page on the paper.")]
    public required string Url { get; init; }

    internal static PageLine Of(PlainPage page, PaperEdition edition, PaperOrigin origin) =>
        new() { Id = page.PublicId, Title = page.Title, Slug = page.Slug, Url = origin.Whole(edition.At(PaperOrigin.Path(page.Slug))) };
}

internal static class ListPages
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/pages", Get).Reads<EditionQuery, Listed<PageLine>>()
        .Describe("readPages", "An edition’s plain pages", "The pages that are no stories, such as About and Contact. The text of each stands at /pages/{id}.");

    private static async Task<IResult> Get([AsParameters] EditionQuery asked, EditionsAsked editions, Newspaper newspaper, PaperOrigin origin, CancellationToken stop)
    {
        var edition = (await editions.OneAsync(asked.Edition, stop)).ForPaper();
        var pages = await newspaper.Pages.AsNoTracking().Where(row => row.EditionId == edition.Id && row.IsPublished).OrderBy(row => row.Id).ToListAsync(stop);
        return Answer.Whole(pages.Select(page => PageLine.Of(page, edition, origin)));
    }
}
