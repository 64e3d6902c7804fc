using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pages;

/// <summary>/{slug}: a plain page or a section. Their slugs share one list, so there is never both.</summary>
public static class ReadPage
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/{slug}", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(
        string slug, HttpContext http, Newspaper newspaper, StoryViews views, PlainTexts texts, TimeProvider clock, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();
        if (await ReadSection.FindAsync(slug, http, edition, newspaper, views, clock, origin, stop) is { } section) return section;

        var name = slug.Normalize();
        if (await newspaper.Pages.AsNoTracking().ByRows("pages").FirstOrDefaultAsync(row => row.EditionId == edition.Id && row.Slug == name && row.IsPublished, stop) is not { } page)
        {
            return await Missing.AnswerAsync(http, newspaper, stop);
        }

        var paper = edition.ForPaper();
        var address = paper.At(PaperOrigin.Path(name));
        if (slug != name) return Results.Redirect(address, permanent: true);

        return new PaperResult(new PaperPage(paper, "page", new PlainPageView(new PlainTextView(page.Title, await texts.DrawAsync(page.Body, paper, stop))),
            new PageHead { Title = page.Title, Description = page.SearchDescription, Canonical = origin.Whole(address), HasText = true })
        { Subject = page });
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
