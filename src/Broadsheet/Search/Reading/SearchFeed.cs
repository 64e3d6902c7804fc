using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Search.Questions;
using Broadsheet.Syndication;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Reading;

/// <summary>/search/feed.xml?q=…: the newest stories that answer, for whoever follows something that has no page of its own.</summary>
internal static class SearchFeed
{
    internal static async Task<IResult> Get([AsParameters] SearchRequest request)
    {
        if (request.Edition is not { } edition || request.Sought is not { Number: 1 } sought || sought.Question.IsEmpty) return await Missing.AnswerAsync(request.Http, request.Newspaper, request.Stop);

        var (paper, services) = (edition.ForPaper(), request.Http.RequestServices);
        var ids = await request.Search.NewestAsync(edition, sought, request.Stop);
        var stories = await services.GetRequiredService<FeedStories>().OfAsync(request.Newspaper.Articles.InEdition(edition.Id).Published(services.GetRequiredService<TimeProvider>().GetUtcNow()).Where(row => ids.Contains(row.Id)).LatestFirst(), edition, request.Stop);
        var title = $"{request.Words.Say(paper, "search.title-of", ("query", sought.Text))} | {edition.Name}";
        var channel = new FeedChannel(paper, title, title, SearchAddress.Of(paper, sought with { Order = SearchOrder.Best })) { Address = SearchAddress.Of(paper, sought with { Order = SearchOrder.Best }, "/search/feed.xml") };
        request.Http.Response.Headers["X-Robots-Tag"] = "noindex";
        return MachineAnswer.Of(FeedFile.Of(channel, stories, services.GetRequiredService<PaperOrigin>()), "application/rss+xml; charset=utf-8", FeedFile.ChangedAt(stories));
    }
}
