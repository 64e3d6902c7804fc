using Broadsheet.Paper;

namespace Broadsheet.Syndication;

/// <summary>The paper as machines read it: feeds, the sitemap, and what a page's head says to search engines.</summary>
public static class SyndicationServices
{
    public static IServiceCollection AddSyndication(this IServiceCollection services) =>
        services.AddScoped<FeedStories>().AddHeadPart<FeedLink>().AddHeadPart<ArticleData>();

    public static void MapSyndication(this IEndpointRouteBuilder paper)
    {
        ReadFeed.Map(paper);
        ReadCorrectionsFeed.Map(paper);
        ReadSitemap.Map(paper);
        ReadRobots.Map(paper);
    }
}
