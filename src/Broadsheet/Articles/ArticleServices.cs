using Broadsheet.Articles.Chains;
using Broadsheet.Articles.Keys;
using Broadsheet.Articles.Live;
using Broadsheet.Editions;
using Broadsheet.Files;
using Broadsheet.Notices;
using Broadsheet.Pictures;
using Broadsheet.Storage.Changes;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Articles;

public static class ArticleServices
{
    public static IServiceCollection AddArticles(this IServiceCollection services) =>
        services.AddScoped<Publication>().AddScoped<StoryPanels>().AddScoped<IStoryPlaces, StoryPlaces>().AddScoped<IFileUses, FilesInStories>().AddScoped<IPictureUses, PicturesInStories>().AddScoped<IPublicationCheck, PicturesHaveCredits>().AddSingleton<IChangedLists, ArticleLists>().AddJob<ScheduledPublication, PublishScheduled>()
            .AddNoticeKind(KeyNotices.Wanted, byMail: true).AddNoticeKind(KeyNotices.Cancelled, byMail: true).AddNoticeKind(KeyNotices.Alone, byMail: true, atOnce: true)
            .AddNoticeKind(ArticleNotices.Published, byMail: false).AddNoticeKind(ArticleNotices.WentOut, byMail: false).AddNoticeKind(ArticleNotices.Withdrawn, byMail: true).AddSingleton<ISaveChangesInterceptor, KeyWatch>()
            .AddSingleton<DayHeadKeeper>().AddHostedService(provider => provider.GetRequiredService<DayHeadKeeper>())
            .AddScoped<IPersonalNotice, LateReadingNotice>().AddSingleton<PublicPages>().AddSingleton<LiveWatch>().AddScoped<LivePlaces>();
}
