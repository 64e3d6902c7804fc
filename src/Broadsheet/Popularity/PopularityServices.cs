using Broadsheet.Accounts;
using Broadsheet.Paper;
using Broadsheet.Web;

namespace Broadsheet.Popularity;

public static class PopularityServices
{
    public static IServiceCollection AddPopularity(this IServiceCollection services)
    {
        services.AddSingleton<ReaderKeys>().AddSingleton(_ => new RecentReads()).AddSingleton<CountedOnce>().AddSingleton<ReadCounter>().AddSingleton<Robots>().AddSingleton<PopularStories>().AddSingleton<PopularWatch>();
        services.AddSingleton<ReadFlush>().AddHostedService(provider => provider.GetRequiredService<ReadFlush>());
        services.AddScoped<MostRead>().AddPagePart<PopularPart>();
        services.AddNewsroomLink("reads.title", "/newsroom/reads", 60, nameof(Permission.EnterNewsroom));
        return services;
    }
}

/// <summary>Where the newsroom sees reads and decides about Popular.</summary>
public static class NewsroomReads
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        ListReads.Map(newsroom);
        BarFromPopular.Map(newsroom);
    }
}
