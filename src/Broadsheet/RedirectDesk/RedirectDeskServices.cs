using Broadsheet.Accounts;
using Broadsheet.RedirectDesk.Importing;
using Broadsheet.RedirectDesk.Missed;
using Broadsheet.Web;

namespace Broadsheet.RedirectDesk;

/// <summary>Old addresses as the desk sees them: typed, brought along in a file, and those that readers look for in vain.</summary>
public static class RedirectDeskServices
{
    public static IServiceCollection AddRedirectDesk(this IServiceCollection services) => services
        .AddScoped<RedirectRules>().AddScoped<PagesThere>().AddScoped<RedirectImport>().AddScoped<NearestStory>()
        .AddSingleton<MissedFlush>().AddHostedService(provider => provider.GetRequiredService<MissedFlush>())
        .AddPaperScreen("redirects.title", "redirects.about", "/newsroom/redirects", 55, nameof(Permission.ArrangePaper));

    public static void MapRedirectDesk(this IEndpointRouteBuilder newsroom)
    {
        ListRedirects.Map(newsroom);
        EditRedirect.Map(newsroom);
        ExportRedirects.Map(newsroom);
        ImportRedirects.Map(newsroom);
        ListMissed.Map(newsroom);
    }
}
