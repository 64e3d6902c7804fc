using Broadsheet.Accounts;
using Broadsheet.Web;

namespace Broadsheet.Redirects;

public static class RedirectServices
{
    public static IServiceCollection AddRedirectDesk(this IServiceCollection services) =>
        services.AddPaperScreen("redirects.title", "redirects.about", "/newsroom/redirects", 55, nameof(Permission.ArrangePaper));

    public static void MapRedirectDesk(this IEndpointRouteBuilder newsroom) => EditRedirects.Map(newsroom);
}
