using Broadsheet.Articles.Reading;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Storage;

namespace Broadsheet.Syndication;

/// <summary>/feed.xml: the edition's newest stories in full.</summary>
internal static class ReadFeed
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapMethods("/feed.xml", ["GET", "HEAD"], Get);

    internal static async Task<IResult> Get(HttpContext http, Newspaper newspaper, FeedStories stories, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition) return await Missing.AnswerAsync(http, newspaper, stop);

        var found = await stories.InAsync(edition, stop);
        return MachineAnswer.Of(FeedFile.Of(edition.ForPaper(), found, origin), "application/rss+xml; charset=utf-8", FeedFile.ChangedAt(found));
    }
}
