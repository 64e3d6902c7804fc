using Broadsheet.Accounts;
using Broadsheet.Pictures;
using Broadsheet.Web;

namespace Broadsheet.Sections;

public static class SectionServices
{
    public static IServiceCollection AddSections(this IServiceCollection services) => services
        .AddPaperScreen("sections.title", "sections.about", "/newsroom/sections", 10, nameof(Permission.ArrangePaper))
        .AddPaperScreen("spares.title", "spares.about", "/newsroom/spare-pictures", 15, nameof(Permission.ArrangePaper)).AddScoped<IPictureUses, SparesUsed>()
        .AddScoped<FirstSegments>().AddScoped<IFirstSegments, SectionSegments>()
        .AddScoped<FirstSection>().AddScoped<IOnPaperSetUp, MakeFirstSection>();

    public static void MapSections(this IEndpointRouteBuilder newsroom)
    {
        ListSections.Map(newsroom);
        MakeSection.Map(newsroom);
        EditSection.Map(newsroom);
        RemoveSection.Map(newsroom);
        DemandTwoKeys.Map(newsroom);
        LetIn.Map(newsroom);
        EditSparePictures.Map(newsroom);
    }
}
