using Broadsheet.Articles.Reading;
using Broadsheet.Paper;
using Broadsheet.Search.Desk;
using Broadsheet.Search.Index;
using Broadsheet.Search.Reading;
using Broadsheet.Search.Stories;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Search;

/// <summary>Search: of what is published, by readers, and of drafts, versions and pictures, in the newsroom.</summary>
public static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services.AddSingleton<ISaveChangesInterceptor, DeskWatch>().AddHostedService<DeskIndexing>().AddScoped<DeskSearch>()
            .AddSingleton<ISaveChangesInterceptor, IndexWatch>().AddJob<ReindexStories, IndexAgain>().AddHostedService<IndexCatchUp>()
            .AddScoped<StorySearch>().AddScoped<IStoryLikeness, AlikeStories>().AddScoped<SearchResults>().AddHeadPart<SearchFeedLink>();
}
