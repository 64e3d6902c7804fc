using System.ComponentModel;
using Broadsheet.Api;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Pages;
using Broadsheet.Paper;
using Broadsheet.PublicApi.Stories;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.PublicApi.Things;

/// <summary>A plain page with its text.</summary>
public sealed record PublicPage
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Slug { get; init; }

    [Description("The page on the paper.")]
    public required string Url { get; init; }

    [Description("The text as the paper’s own pages print it, every address whole.")]
    public required string BodyHtml { get; init; }

    [Description("The same text as a document, in the form of docs/document.md.")]
    public required PublishedDocument Body { get; init; }
}

internal static class ShowPage
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/pages/{id:guid}", Get).Reads<NoQuery, PublicPage>()
        .Describe("readPage", "One plain page", "A page that is no story, with its text.");

    private static async Task<IResult> Get(Guid id, EditionsAsked editions, Newspaper newspaper, WholeStories stories, PaperOrigin origin, CancellationToken stop)
    {
        if (await newspaper.Pages.AsNoTracking().ByRows("pages").FirstOrDefaultAsync(row => row.PublicId == id && row.IsPublished, stop) is not { } page) throw ProblemKind.NotFound.Exception("No page has this id.");

        var edition = (await editions.AllAsync(stop)).First(row => row.Id == page.EditionId).ForPaper();
        var (line, body) = (PageLine.Of(page, edition, origin), page.Body.ForPublication());
        return Answer.Of(new PublicPage { Id = line.Id, Title = line.Title, Slug = line.Slug, Url = line.Url, BodyHtml = await stories.HtmlAsync(body, edition, stop), Body = body });
    }
}
