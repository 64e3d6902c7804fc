using Broadsheet.Accounts;
using Broadsheet.Web;

namespace Broadsheet.Desks;

public static class DeskServices
{
    public static IServiceCollection AddDesks(this IServiceCollection services) =>
        services.AddPaperScreen("desks.title", "desks.about", "/newsroom/desks", 32, nameof(Permission.ArrangeDesks));

    public static void MapDesks(this IEndpointRouteBuilder newsroom)
    {
        ListDesks.Map(newsroom);
        MakeDesk.Map(newsroom);
        EditDesk.Map(newsroom);
    }
}
