using Broadsheet.Accounts;
using Broadsheet.Articles.Reading;
using Broadsheet.Document.Docx;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>GET /newsroom/articles/7/story.docx: the draft as it stands, for Word, with what is suggested as tracked changes. Pictures that readers may not be shown stay here.</summary>
public static class ExportArticle
{
    private const int WidestPicture = 1280;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/articles/{id:long}/story.docx", Get).Requires(Permission.EnterNewsroom);

    internal static async Task<IResult> Get(
        long id, Staff staff, Newspaper newspaper, StoryViews stories, StoryPictures pictures, RenditionShelf shelf, NamedInBodies inBodies, ReaderWords words, PaperOrigin origin, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        var (paper, content) = (edition.ForPaper(), article.Draft.Content);
        var named = content.Body.References;
        var shown = await pictures.LoadAsync([.. named.Pictures, .. content.LeadPicture is { } lead ? new[] { lead.Picture } : []], stop);
        var contributors = await stories.ContributorsAsync(content.Bylines, stop);
        var byline = BylineView.Line(BylineView.Of(content.Bylines, contributors, paper), words, paper);

        var story = new DocxStory(content.Headline, content.Standfirst, byline, content.Dateline, content.Body)
        {
            Language = edition.Language,
            IsRightToLeft = edition.IsRightToLeft,
            Lead = content.LeadPicture is { } above ? await PictureAsync(above, shown, shelf, paper) : null,
            Pictures = await PicturesAsync(named.Pictures, shown, shelf, paper),
            Parts = await inBodies.LoadAsync(named, shown, paper, article.PublishedAt, stop),
            PaperAddress = new Uri(origin.Origin),
        };
        return TypedResults.File(DocxFile.Of(story, clock.GetUtcNow()), DocxFile.MediaType, $"{(article.Slug.Length > 0 ? article.Slug : $"story-{article.Id}")}.docx");
    }

    private static async Task<IReadOnlyDictionary<Guid, DocxPicture>> PicturesAsync(IEnumerable<Guid> ids, LoadedPictures shown, RenditionShelf shelf, PaperEdition edition)
    {
        var found = new Dictionary<Guid, DocxPicture>();
        foreach (var id in ids)
            if (await PictureAsync(new PictureUse(id), shown, shelf, edition) is { } picture) found.Add(id, picture);
        return found;
    }

    private static async Task<DocxPicture?> PictureAsync(PictureUse use, LoadedPictures shown, RenditionShelf shelf, PaperEdition edition)
    {
        if (shown.Find(use, null) is not var (picture, words)) return null;
        var widths = RenditionShape.Whole.WidthsFor(picture);
        var file = new Rendition(RenditionShape.Whole, 50, 50, widths.LastOrDefault(width => width <= WidestPicture, widths[0]), RenditionFormat.Jpeg);
        try
        {
            var (_, width, height) = PictureView.JpegOf(picture, RenditionShape.Whole, WidestPicture);
            return new(await File.ReadAllBytesAsync(await shelf.FindOrMakeAsync(picture, file)), width, height,
                words.AltText.Length > 0 ? words.AltText : picture.AltText, words.Caption.Length > 0 ? words.Caption : picture.Caption, picture.Credit.Print(edition.Language));
        }
        catch (PictureRefusedException)
        {
            // The text is worth more than a file that waits for a picture.
            return null;
        }
    }
}
