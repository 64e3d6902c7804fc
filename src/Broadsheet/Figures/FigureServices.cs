using Broadsheet.Accounts;
using Broadsheet.Web;

namespace Broadsheet.Figures;

/// <summary>The publisher's desk: what came in, who came and went, what was read.</summary>
public static class FigureServices
{
    public static IServiceCollection AddFigures(this IServiceCollection services) =>
        services.AddScoped<AllFigures>().AddPaperScreen("figures.title", "figures.page", "/newsroom/figures", 62, nameof(Permission.SeeDonations));

    public static void MapFigures(this IEndpointRouteBuilder newsroom)
    {
        ShowFigures.Map(newsroom);
        ShowGiver.Map(newsroom);
    }
}
