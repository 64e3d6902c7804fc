using Broadsheet.Articles.Reading;
using Broadsheet.Document.Rendering;
using Broadsheet.Editions;
using Broadsheet.Files;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pages;

/// <summary>/{slug}: a plain page or a section. Their slugs share one list, so there is never both.</summary>
public static class ReadPage
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/{slug}", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(
        string slug, HttpContext http, Newspaper newspaper, StoryViews views, StoryPictures pictures, TimeProvider clock, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (await ReadSection.FindAsync(slug, http, edition, newspaper, views, clock, origin, stop) is { } section) return section;

        var name = slug.Normalize();
        if (await newspaper.Pages.AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == edition.Id && row.Slug == name && row.IsPublished, stop) is not { } page)
        {
            return await Missing.AnswerAsync(http, newspaper, stop);
        }

        var paper = edition.ForPaper();
        var address = paper.At(PaperOrigin.Path(name));
        if (slug != name) return Results.Redirect(address, permanent: true);

        var body = page.Body.ForPublication();
        var shown = await pictures.LoadAsync(body.References.Pictures, stop);
        return new PaperResult(new PaperPage(paper, "page", new PlainPageView(new PlainTextView(page.Title, new Markup(new PageRenderer(new PageParts(shown, await newspaper.Files.ByPublicIdAsync(body.References.Files, stop), paper)).Render(body)))),
            new PageHead { Title = page.Title, Description = page.SearchDescription, Canonical = origin.Whole(address), HasText = true })
        { Subject = page });
    }

    private sealed class PageParts(LoadedPictures pictures, IReadOnlyDictionary<Guid, StoredFile> files, PaperEdition edition) : IDocumentParts
    {
        public PicturePart? Picture(Guid id) => pictures.Part(id, edition.Language, null);

        public ArticlePart? Article(Guid id) => null;

        public FilePart? File(Guid id) => files.GetValueOrDefault(id)?.ToPart();
    }
}

public sealed class PlainPageView(PlainTextView page) : View
{
    public PlainTextView Page => page;
}

/// <summary>A page that is only a title and a text.</summary>
public sealed class PlainTextView(string title, Markup body) : View
{
    public string Title => title;
    public Markup Body => body;
}
