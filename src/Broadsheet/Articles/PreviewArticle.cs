using Broadsheet.Accounts;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

public sealed record PreviewView(Article Article, bool MayEdit, bool MayPublish, Keys.KeysView? Keys, Edition Edition);

/// <summary>
/// GET /newsroom/articles/7/preview: the draft on a phone and on a desk; …/preview/page is the page in those frames, drawn as
/// readers would get it. Nothing of it is stored, and no read is counted.
/// </summary>
public static class PreviewArticle
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}/preview", Get).Requires(Permission.EnterNewsroom);
        newsroom.MapGet("/articles/{id:long}/preview/page", GetPage).Requires(Permission.EnterNewsroom);
    }

    internal static async Task<IResult> Get(long id, Staff staff, Newspaper newspaper, Publication publication, CancellationToken stop) =>
        await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is { } article
            ? Page.Of<PreviewArticlePage, PreviewView>(new(article, article.MayBeEditedBy(staff) && staff.May(Permission.WriteArticles), await newspaper.MayPublishAsync(article, staff, stop),
                await Keys.KeysView.LoadAsync(article, staff, publication, newspaper, stop), await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop))) : Results.NotFound();

    internal static async Task<IResult> GetPage(long id, HttpContext http, Staff staff, Newspaper newspaper, ArticlePages pages, TimeProvider clock, CancellationToken stop)
    {
        // Not tracked: what is put into it here to be looked at must never be saved.
        if (await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        var content = article.Draft.Content;
        article.ShowAsPreview(content, await newspaper.PreviewPlacesAsync(article, content, stop), clock.GetUtcNow());
        http.AllowFramingByNewsroom();
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return new PaperResult(await pages.PreviewAsync(article, edition, http.Request.Path, stop)) { IsPrivate = true };
    }
}
