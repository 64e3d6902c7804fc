using Broadsheet.Accounts;
using Broadsheet.Paper;
using Broadsheet.Web;

namespace Broadsheet.Look;

public static class LookServices
{
    public static IServiceCollection AddLook(this IServiceCollection services) => services
        .AddScoped<IPaperLook, ChosenLook>()
        .AddPaperScreen("look.title", "look.about", "/newsroom/look", 62, nameof(Permission.RunPaper));
}
