using Broadsheet.Articles.Chains;
using Broadsheet.Articles.Keys;
using Broadsheet.Articles.Live;
using Broadsheet.Editions;
using Broadsheet.Files;
using Broadsheet.Pictures;
using Broadsheet.Storage.Changes;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;

namespace Broadsheet.Articles;

public static class ArticleServices
{
    public static IServiceCollection AddArticles(this IServiceCollection services) =>
        services.AddScoped<Publication>().AddScoped<StoryPanels>().AddScoped<IStoryPlaces, StoryPlaces>().AddScoped<IFileUses, FilesInStories>().AddScoped<IPictureUses, PicturesInStories>().AddScoped<IPublicationCheck, PicturesHaveCredits>().AddSingleton<IChangedLists, ArticleLists>().AddJob<ScheduledPublication, PublishScheduled>()
            .AddSingleton<DayHeadKeeper>().AddHostedService(provider => provider.GetRequiredService<DayHeadKeeper>())
            .AddScoped<IPersonalNotice, LateReadingNotice>().AddSingleton<PublicPages>().AddSingleton<LiveWatch>().AddScoped<LivePlaces>();
}
