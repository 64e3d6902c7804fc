using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Reading;

public static class ReadTopic
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/topic/{slug}", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(string slug, HttpContext http, Newspaper newspaper, StoryViews views, TimeProvider clock, PaperOrigin origin, CancellationToken stop)
    {
        var name = slug.Normalize();
        if (http.Edition is not { } edition
            || Listing.NumberIn(http.Request) is not { } number
            || await newspaper.Set<Topics.Topic>().AsNoTracking().ByRows("topics").FirstOrDefaultAsync(row => row.EditionId == edition.Id && row.Slug == name, stop) is not { } topic)
        {
            return await Missing.AnswerAsync(http, newspaper, stop);
        }

        var paper = edition.ForPaper();
        var view = new TopicView(topic, paper);
        if (slug != name) return Results.Redirect(view.Href, permanent: true);

        var list = await Listing.OfAsync(newspaper.LatestOnTopic(topic.Id, clock.GetUtcNow()), number, view.Href, paper, views, stop);
        return new PaperResult(new PaperPage(paper, "topic", new TopicPageView(view, list), ListHead.Of(topic.Name, topic.Description, list.Pager, origin)) { Subject = topic });
    }
}

public sealed class TopicPageView(TopicView topic, Listing list) : View
{
    public TopicView Topic => topic;
    public IReadOnlyList<StoryView> Stories => list.Stories;
    public PagerView Pager => list.Pager;
}
