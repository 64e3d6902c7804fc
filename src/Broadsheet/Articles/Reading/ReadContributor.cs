using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Reading;

public static class ReadContributor
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/by/{slug}", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(string slug, HttpContext http, Newspaper newspaper, StoryViews views, StoryPictures pictures, TimeProvider clock, PaperOrigin origin, CancellationToken stop)
    {
        var name = slug.Normalize();
        if (http.Edition is not { } edition
            || Listing.NumberIn(http.Request) is not { } number
            || await newspaper.Contributors.AsNoTracking().ByRows("contributors").FirstOrDefaultAsync(row => row.Slug == name && !row.IsHidden, stop) is not { } contributor)
        {
            return await Missing.AnswerAsync(http, newspaper, stop);
        }

        var paper = edition.ForPaper();
        var faces = await pictures.LoadAsync(contributor.Picture is { } face ? [face] : [], stop);
        var view = ArticlePages.Author(contributor, faces, paper);
        if (slug != name) return Results.Redirect(view.Href!, permanent: true);

        var list = await Listing.OfAsync(newspaper.LatestBy(contributor.Id, clock.GetUtcNow()).InEdition(edition.Id), number, view.Href!, paper, views, stop);
        return new PaperResult(new PaperPage(paper, "contributor", new ContributorPageView(view, list), ListHead.Of(view.Name, view.Bio, list.Pager, origin)) { Subject = contributor });
    }
}

public sealed class ContributorPageView(AuthorView contributor, Listing list) : View
{
    public AuthorView Contributor => contributor;
    public IReadOnlyList<StoryView> Stories => list.Stories;
    public PagerView Pager => list.Pager;
}
