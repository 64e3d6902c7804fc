using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Reading;

public static class ReadArticle
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/{section}/{slug}", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(string section, string slug, HttpContext http, Newspaper newspaper, ArticlePages pages, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return Results.NotFound();

        var (sectionName, name) = (section.Normalize(), slug.Normalize());
        var found = await newspaper.StoriesAt(edition, section, slug)
            .Where(article => article.PublishedVersionId != null && article.PublishedAt <= clock.GetUtcNow())
            .Include(article => article.Topics)
            .ByRows("articles, article_topics")
            .OrderByDescending(article => article.PublishedAt)
            .FirstOrDefaultAsync(stop);

        if (found is null || found.PublicStatus == StatusCodes.Status404NotFound) return await Missing.AnswerAsync(http, newspaper, stop);
        if (found.PublicStatus != StatusCodes.Status200OK) return Missing.Page(edition, found.PublicStatus, found.Withdrawal!.Notice);
        if (found.RightsEnd <= clock.GetUtcNow()) return Missing.Page(edition, StatusCodes.Status410Gone);

        // One address a story: whoever comes by another spelling of it is sent there.
        var address = edition.ForPaper().At(PaperOrigin.Path(sectionName, name));
        if (section != sectionName || slug != name) return Results.Redirect(address, permanent: true);

        return new PaperResult(await pages.OfAsync(found, edition, address, stop));
    }
}
