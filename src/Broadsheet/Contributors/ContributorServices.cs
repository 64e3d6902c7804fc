using Broadsheet.Accounts;
using Broadsheet.Pictures;
using Broadsheet.Web;

namespace Broadsheet.Contributors;

public static class ContributorServices
{
    public static IServiceCollection AddContributors(this IServiceCollection services) =>
        services.AddPaperScreen("contributors.title", "contributors.about", "/newsroom/contributors", 30, nameof(Permission.ArrangePaper)).AddScoped<IPictureUses, FacesUsed>();

    public static void MapContributors(this IEndpointRouteBuilder newsroom)
    {
        ListContributors.Map(newsroom);
        EditContributor.Map(newsroom);
    }
}
