using Broadsheet.Articles.Live;
using Broadsheet.Editions;
using Broadsheet.Files;
using Broadsheet.Pictures;
using Broadsheet.Storage.Changes;
using Broadsheet.Storage.Outbox;

namespace Broadsheet.Articles;

public static class ArticleServices
{
    public static IServiceCollection AddArticles(this IServiceCollection services) =>
        services.AddScoped<Publication>().AddScoped<IStoryPlaces, StoryPlaces>().AddScoped<IFileUses, FilesInStories>().AddScoped<IPictureUses, PicturesInStories>().AddScoped<IPublicationCheck, PicturesHaveCredits>().AddSingleton<IChangedLists, ArticleLists>().AddJob<ScheduledPublication, PublishScheduled>()
            .AddSingleton<PublicPages>().AddSingleton<LiveWatch>().AddScoped<LivePlaces>();
}
