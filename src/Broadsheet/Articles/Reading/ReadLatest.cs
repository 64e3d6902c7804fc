using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Themes;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;

namespace Broadsheet.Articles.Reading;

public static class ReadLatest
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/latest", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, StoryViews views, CurrentTheme theme, TimeProvider clock, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition || Listing.NumberIn(http.Request) is not { } number) return await Missing.AnswerAsync(http, newspaper, stop);

        var paper = edition.ForPaper();
        var list = await Listing.OfAsync(newspaper.Latest(edition.Id, clock.GetUtcNow()), number, paper.At("/latest"), paper, views, stop);
        if (list.Stories.Count == 0 && number > 1) return await Missing.AnswerAsync(http, newspaper, stop);

        var strings = theme.Read().Strings;
        string Say(string key) => strings.Find(paper.Language, key)!.Print(System.Globalization.CultureInfo.InvariantCulture, _ => paper.Name, _ => 0);
        return new PaperResult(new PaperPage(paper, "latest", new LatestPageView(list, edition), ListHead.Of(Say("latest.title"), Say("latest.description"), list.Pager, origin)));
    }
}

/// <summary>The newest stories, a heading a day.</summary>
public sealed class LatestPageView(Listing list, Edition edition) : View
{
    public IReadOnlyList<DayView> Days { get; } = [.. list.Stories
        .GroupBy(story => edition.DayOf(story.Published))
        .Select(day => new DayView([.. day]))];

    public PagerView Pager => list.Pager;
}

public sealed class DayView(IReadOnlyList<StoryView> stories) : View
{
    public DateTimeOffset Date => stories[0].Published;
    public IReadOnlyList<StoryView> Stories => stories;
}
