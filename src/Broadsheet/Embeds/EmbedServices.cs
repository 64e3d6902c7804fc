using Broadsheet.Accounts;
using Broadsheet.Web;

namespace Broadsheet.Embeds;

public static class EmbedServices
{
    public static IServiceCollection AddEmbeds(this IServiceCollection services) => services
        .AddSingleton<LastEmbeds>().AddScoped<AllowedEmbeds>()
        .AddPaperScreen("embeds.title", "embeds.about", "/newsroom/embeds", 64, nameof(Permission.RunPaper));
}
