using Broadsheet.Accounts;
using Broadsheet.Web;

namespace Broadsheet.EditionDesk;

public static class EditionDeskServices
{
    public static IServiceCollection AddEditionDesk(this IServiceCollection services) =>
        services.AddPaperScreen("editions.title", "editions.about", "/newsroom/editions", 5, nameof(Permission.RunPaper));

    public static void MapEditionDesk(this IEndpointRouteBuilder newsroom)
    {
        ListEditions.Map(newsroom);
        MakeEdition.Map(newsroom);
        EditEdition.Map(newsroom);
    }
}
