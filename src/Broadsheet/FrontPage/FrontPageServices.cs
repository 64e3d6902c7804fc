using Broadsheet.Accounts;
using Broadsheet.Web;

namespace Broadsheet.FrontPage;

public static class FrontPageServices
{
    public static IServiceCollection AddFrontPageDesk(this IServiceCollection services) => services
        .AddScoped<FrontPageDesk>()
        .AddNewsroomLink("frontPage.title", "/newsroom/front-page", 20, nameof(Permission.ArrangePaper));
}
