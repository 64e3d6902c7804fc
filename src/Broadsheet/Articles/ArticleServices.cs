using Broadsheet.Storage.Outbox;

namespace Broadsheet.Articles;

public static class ArticleServices
{
    public static IServiceCollection AddArticles(this IServiceCollection services) =>
        services.AddScoped<Publication>().AddJob<ScheduledPublication, PublishScheduled>();
}
