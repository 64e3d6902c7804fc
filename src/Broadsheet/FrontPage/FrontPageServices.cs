using Broadsheet.Accounts;
using Broadsheet.Paper;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;

namespace Broadsheet.FrontPage;

public static class FrontPageServices
{
    public static IServiceCollection AddFrontPageDesk(this IServiceCollection services)
    {
        services.AddScoped<FrontPageDesk>().AddScoped<DeskStories>().AddScoped<DeskActs>().AddScoped<KeepLayout>().AddScoped<PreviewOfLayout>().AddScoped<BreakingDesks>();
        services.AddJob<PlanGoesLive, GoLive>();
        services.AddPagePart<BreakingPart>();
        return services.AddNewsroomLink("frontPage.title", "/newsroom/front-page", 20, nameof(Permission.ArrangePaper));
    }

    public static void MapFrontPageDesk(this IEndpointRouteBuilder newsroom)
    {
        ArrangeFrontPage.Map(newsroom);
        BreakNews.Map(newsroom);
        DropPlan.Map(newsroom);
        FrontPageVersions.Map(newsroom);
    }
}
