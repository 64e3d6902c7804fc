using Broadsheet.Topics;
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

    internal static async Task<IResult> Get(string slug, HttpContext http, Newspaper newspaper, StoryViews views, StoryPictures pictures, TimeProvider clock, PaperOrigin origin, CancellationToken stop)
    {
        var name = slug.Normalize();
        if (http.Edition is not { } edition
            || Listing.NumberIn(http.Request) is not { } number
            || await newspaper.Topics.AsNoTracking().ByRows("topics").FirstOrDefaultAsync(row => row.EditionId == edition.Id && row.Slug == name, stop) is not { } topic)
        {
            return await Missing.AnswerAsync(http, newspaper, stop);
        }

        var paper = edition.ForPaper();
        var view = new TopicView(topic, paper);
        if (slug != name) return Results.Redirect(view.Href, permanent: true);

        var list = await Listing.OfAsync(newspaper.LatestOnTopic(topic.Id, clock.GetUtcNow()), number, view.Href, paper, views, stop);
        var picture = topic.Picture is { } chosen ? (await pictures.LoadAsync([chosen], stop)).ForCard(new PictureUse(chosen), paper.Language, null) : null;
        var shown = new TopicPageView(view, list) { Picture = picture, Wider = await WiderAsync(topic, paper, newspaper, stop), Narrower = await NarrowerAsync(topic, paper, newspaper, stop) };
        return new PaperResult(new PaperPage(paper, "topic", shown, ListHead.Of(topic.Name, topic.Description, list.Pager, origin, picture)) { Subject = topic });
    }

    private static async Task<TopicView?> WiderAsync(Topics.Topic topic, PaperEdition paper, Newspaper newspaper, CancellationToken stop) =>
        topic.ParentId is { } id && await newspaper.Topics.AsNoTracking().ByRows("topics").FirstOrDefaultAsync(row => row.Id == id, stop) is { } wider ? new(wider, paper) : null;

    private static async Task<IReadOnlyList<TopicView>> NarrowerAsync(Topics.Topic topic, PaperEdition paper, Newspaper newspaper, CancellationToken stop) =>
        [.. (await newspaper.Topics.AsNoTracking().Where(row => row.ParentId == topic.Id).OrderBy(row => row.Name).ToListAsync(stop)).Select(row => new TopicView(row, paper))];
}

public sealed class TopicPageView(TopicView topic, Listing list) : View
{
    public TopicView Topic => topic;
    public PictureOnPageView? Picture { get; internal init; }

    /// <summary>The topic that this one is part of; null where there is none.</summary>
    public TopicView? Wider { get; internal init; }

    /// <summary>The topics that are part of this one, by name.</summary>
    public IReadOnlyList<TopicView> Narrower { get; internal init; } = [];

    public IReadOnlyList<StoryView> Stories => list.Stories;
    public PagerView Pager => list.Pager;
}
