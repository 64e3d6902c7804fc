using Broadsheet.Accounts;
using Broadsheet.Paper;
using Broadsheet.Pictures;
using Broadsheet.Sponsors.Desk;
using Broadsheet.Web;

namespace Broadsheet.Sponsors;

/// <summary>Places that are paid for: drawn by the paper, labelled, counted without following anybody.</summary>
public static class SponsorServices
{
    public static IServiceCollection AddSponsors(this IServiceCollection services) => services
        .AddPagePart<SponsorPart>().AddScoped<IPictureUses, PicturesOfSponsors>()
        .AddPaperScreen("sponsors.title", "sponsors.about", "/newsroom/sponsors", 66, nameof(Permission.RunPaper));

    public static void MapSponsorDesk(this IEndpointRouteBuilder newsroom)
    {
        ListSponsors.Map(newsroom);
        EditSponsor.Map(newsroom);
    }
}
