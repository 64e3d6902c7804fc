using Broadsheet.Accounts;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.History;

/// <summary>GET /newsroom/articles/7/history/3: a version drawn as readers would get it. Nothing of it is stored and no read is counted.</summary>
public static class ReadVersion
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/articles/{id:long}/history/{number:int}", Get).Requires(Permission.WriteArticles);

    internal static async Task<IResult> Get(long id, int number, HttpContext http, Staff staff, Newspaper newspaper, ArticlePages pages, TimeProvider clock, CancellationToken stop)
    {
        // Not tracked: what is put into it here to be looked at must never be saved.
        if (await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        if (await VersionPoint.FindAsync($"{number}", article, newspaper, stop) is not { } version) return Results.NotFound();
        if (version.Content is not { } content) throw new RefusalException(Text.T("version.destroyed", ("reason", version.Tombstone!.Reason)), StatusCodes.Status410Gone);

        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        article.ShowAsPreview(content, await newspaper.PreviewPlacesAsync(article, content, stop), clock.GetUtcNow());
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return new PaperResult(await pages.PreviewAsync(article, content, edition, http.Request.Path, stop)) { IsPrivate = true };
    }
}
