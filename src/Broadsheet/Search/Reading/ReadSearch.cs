using System.Globalization;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Search.Questions;
using Broadsheet.Search.Stories;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Search.Reading;

/// <summary>
/// /search?q=…: what an edition has on something. Made anew for each who asks and kept nowhere: there are as many questions as there are people, and a
/// store that kept them would have no room for pages.
/// </summary>
public static class ReadSearch
{
    public static void Map(IEndpointRouteBuilder paper)
    {
        string[] reading = ["GET", "HEAD"];
        paper.MapMethods("/search", reading, Get);
        paper.MapMethods("/search/results.json", reading, SearchJson.Get);
        SearchFeed.Map(paper);
    }

    internal static async Task<IResult> Get([AsParameters] SearchRequest request)
    {
        if (request.Edition is not { } edition || request.Sought is not { } sought) return await Missing.AnswerAsync(request.Http, request.Newspaper, request.Stop);

        var view = await request.Results.ShowAsync(edition, sought, request.Stop);
        var title = sought.Text.Length == 0 ? request.Words.Say(edition.ForPaper(), "search.title") : request.Words.Say(edition.ForPaper(), "search.title-of", ("query", sought.Text));
        // Search engines have their own search; a page for each of a thousand questions is nothing to them.
        var head = new PageHead { Title = title, Robots = "noindex", Previous = view.Pager.Newer, Next = view.Pager.Older };
        return new PaperResult(new PaperPage(edition.ForPaper(), "search", view, head) { Subject = view }) { IsPrivate = true };
    }
}

/// <summary>What every answer to a search is made with.</summary>
/// <remarks>Services are named as such: the compiler's binding would say of each other that it may come as JSON, and routing would pass the feed by.</remarks>
internal sealed record SearchRequest(
    HttpContext Http, [FromServices] Newspaper Newspaper, [FromServices] StorySearch Search, [FromServices] SearchResults Results, [FromServices] ReaderWords Words, CancellationToken Stop)
{
    public Edition? Edition => Http.Edition;

    /// <summary>What the address asks for; null: there is no such page.</summary>
    public Sought? Sought
    {
        get
        {
            var query = Http.Request.Query;
            if (Listing.NumberIn(Http.Request) is not { } number || number > StorySearch.LastPage) return null;
            var text = Question.Clean(query["q"]).Trim();
            return new(Question.Cut(text), Question.Clean(query["section"]), Year(query["year"].ToString()),
                query["order"] == "newest" ? SearchOrder.Newest : SearchOrder.Best, number)
            {
                IsTyping = query["typing"] == "1",
            };
        }
    }

    private static int? Year(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1000 and < 9998 ? year : null;
}
