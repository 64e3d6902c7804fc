using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Readers;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Members;

/// <summary>
/// GET /members/story/ID: the whole of a story whose page holds its beginning, for who may read it. It is never stored. Whoever may not is asked to sign in,
/// or shown what membership there is; when anything about it cannot be found out, she gets the beginning.
/// </summary>
public static class ReadWhole
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods("/members/story/{id:guid}", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(
        Guid id, string? gift, HttpContext http, Newspaper newspaper, PublicBodies bodies, ArticlePages pages, GiftStories gifts, JoinPage join, TimeProvider clock, CancellationToken stop)
    {
        if (http.Edition is null) return Results.NotFound();
        var now = clock.GetUtcNow();
        var article = await newspaper.Articles.AsNoTracking().Include(row => row.Topics).FirstOrDefaultAsync(row => row.PublicId == id && row.PublishedVersionId != null && row.PublishedAt <= now, stop);
        if (article is null || http.Editions.FirstOrDefault(one => one.Id == article.EditionId) is not { } edition || article.SectionId is not { } section) return Results.NotFound();

        // A story that was withdrawn, or whose rights have ended, says so on its own page; one that is open is whole there.
        var address = edition.ForPaper().At(PaperOrigin.Path(await newspaper.Sections.Where(row => row.Id == section).Select(row => row.Slug).FirstAsync(stop), article.Slug));
        var access = await bodies.AccessAsync(article, stop);
        if (article.PublicStatus != StatusCodes.Status200OK || article.RightsEnd <= now || access == Access.Open) return Results.Redirect(address);

        if (gifts.Opens(gift, article)) return await WholeAsync("");
        if (await newspaper.FindReaderAsync(http, now, stop) is not { } found)
            return access == Access.Metered ? Results.Redirect(JoinPage.SignInTo(edition.ForPaper(), id)) : await join.ShowAsync(http, edition, article, stop);

        if (await newspaper.MembershipOfAsync(found.Reader, now, stop) is not null) return await WholeAsync(found.FormKey);
        var most = (await bodies.TermsAsync(edition.Id, stop)).StoriesAMonth;
        return access == Access.Metered && await newspaper.WriteAsync(() => newspaper.CountAsync(found.Reader, article, edition, most, now, stop), stop)
            ? await WholeAsync("") : await join.ShowAsync(http, edition, article, stop);

        async Task<IResult> WholeAsync(string key) => new PaperResult(await pages.WholeAsync(article, edition, address, key, stop)) { IsPrivate = true };
    }
}
