using Broadsheet.Accounts;
using Broadsheet.Web;

namespace Broadsheet.Menus;

public static class MenuServices
{
    public static IServiceCollection AddMenus(this IServiceCollection services) => services
        .AddPaperScreen("menus.title", "menus.about", "/newsroom/menus", 50, nameof(Permission.ArrangePaper))
        .AddScoped<IMenuPlaces, SectionMenuPlaces>();

    public static void MapMenus(this IEndpointRouteBuilder newsroom) => EditMenus.Map(newsroom);
}
