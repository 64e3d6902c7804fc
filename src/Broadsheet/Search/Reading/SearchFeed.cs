using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Search.Questions;
using Broadsheet.Search.Stories;
using Broadsheet.Syndication.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Reading;

/// <summary>/search/feed.xml?q=…, .atom, .json: the newest stories that answer, for whoever follows something that has no page of its own.</summary>
internal static class SearchFeed
{
    public static void Map(IEndpointRouteBuilder paper)
    {
        foreach (var format in FeedFormat.All) paper.MapMethods($"/search/{format.File}", ["GET", "HEAD"], ([AsParameters] SearchRequest request) => Get(format, request));
    }

    private static async Task<IResult> Get(FeedFormat format, SearchRequest request)
    {
        if (request.Edition is not { } edition || request.Sought is not { Number: 1 } sought || sought.Question.IsEmpty) return await Missing.AnswerAsync(request.Http, request.Newspaper, request.Stop);

        var (paper, services) = (edition.ForPaper(), request.Http.RequestServices);
        var ids = await request.Search.NewestAsync(edition, sought, request.Stop);
        var (stories, now) = (services.GetRequiredService<FeedStories>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var (found, _) = await stories.NewestAsync(request.Newspaper.Articles.InEdition(edition.Id).Published(now).Where(row => ids.Contains(row.Id)).LatestFirst(), request.Stop);
        var entries = await stories.OfAsync(found, edition, request.Stop);
        // Beside what the publisher says of machines.
        request.Http.Response.Headers.Append("X-Robots-Tag", "noindex");
        return format.Answer(new Feed(ChannelOf(paper, sought, $"{request.Words.Say(paper, "search.title-of", ("query", sought.Text))} | {edition.Name}"), entries), services.GetRequiredService<PaperOrigin>());
    }

    internal static FeedChannel ChannelOf(PaperEdition edition, Sought sought, string title)
    {
        var query = SearchAddress.QueryOf(sought with { Order = SearchOrder.Best });
        return new(edition, $"search/{edition.PublicId}{query}", title, title, edition.At("/search")) { Query = query, Since = FeedId.MomentOf(edition.PublicId) };
    }
}
