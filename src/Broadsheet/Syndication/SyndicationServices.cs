using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Corrections;
using Broadsheet.Machine;
using Broadsheet.Paper;
using Broadsheet.Storage.Outbox;
using Broadsheet.Syndication.Data;
using Broadsheet.Syndication.Desk;
using Broadsheet.Syndication.Cards;
using Broadsheet.Syndication.Feeds;
using Broadsheet.Syndication.Ninjs;
using Broadsheet.Syndication.Pings;
using Broadsheet.Syndication.Republication;
using Broadsheet.Syndication.Sharing;
using Broadsheet.Syndication.Sitemaps;
using Broadsheet.Web;

namespace Broadsheet.Syndication;

/// <summary>The paper as machines read it: feeds, the sitemap, and what a page's head says to search engines.</summary>
public static class SyndicationServices
{
    public static IServiceCollection AddSyndication(this IServiceCollection services, MachineSettings machine) => services
        .AddScoped<FeedStories>().AddScoped<FeedsOfStory>().AddScoped<SitemapStories>().AddHeadPart<FeedLink>()
        .AddScoped<OrganisationData>().AddHeadPart<ArticleData>().AddHeadPart<PageData>().AddHeadPart<EmbedLink>().AddHeadPart<StoryTags>()
        .AddPaperScreen("feeds.title", "feeds.about", "/newsroom/feeds", 66, nameof(Permission.RunPaper))
        .AddScoped<RepublishedStories>().AddPagePart<RepublishPart>().AddScoped<IStoryPanel, RepublicationPanels>()
        .AddPaperScreen("republication.title", "republication.about", "/newsroom/republication", 67, nameof(Permission.RunPaper))
        .AddPings(TimeSpan.FromSeconds(machine.TakeBackSeconds));

    // A withdrawal is told at once.
    private static IServiceCollection AddPings(this IServiceCollection services, TimeSpan takeBack) => services
        .AddScoped<NewsOfStories>().AddHostedService<PingRound>()
        .AddListener<ArticlePublished, TellOfPublication>(takeBack, reachesOutside: true)
        .AddListener<ArticleUpdated, TellOfUpdate>(reachesOutside: true)
        .AddListener<ArticleWithdrawn, TellOfWithdrawal>(reachesOutside: true)
        .AddListener<CorrectionMade, TellOfCorrection>(reachesOutside: true)
        .AddListener<CorrectionAmended, TellOfAmendment>(reachesOutside: true);

    public static void MapSyndication(this IEndpointRouteBuilder paper)
    {
        ReadFeed.Map(paper);
        ReadNinjs.Map(paper);
        ReadCard.Map(paper);
        ReadCover.Map(paper);
        ReadRepublication.Map(paper);
        ReadCorrectionsFeed.Map(paper);
        ReadSitemap.Map(paper);
        ReadNewsSitemap.Map(paper);
        ReadRobots.Map(paper);
        ReadIndexNowKey.Map(paper);
        ReadEmbed.Map(paper);
    }

    public static void MapSyndicationDesk(this IEndpointRouteBuilder newsroom)
    {
        EditFeeds.Map(newsroom);
        EditRepublication.Map(newsroom);
    }
}
