using Broadsheet.Accounts;
using Broadsheet.Paper;
using Broadsheet.PublicApi.Stories;
using Broadsheet.PublicApi.Things;
using Broadsheet.Trust.Machines;

namespace Broadsheet.PublicApi;

/// <summary>
/// JSON over /api/v1/paper: what readers read, for whoever draws it elsewhere. It asks for no token and no cookie, and hands out nothing that a reader
/// without an account does not get; the press keeps its answers like pages.
/// </summary>
public static class ReadersApi
{
    private static readonly OpenToAnybody Open = new("It says what readers read.");

    public static IServiceCollection AddReadersApi(this IServiceCollection services) => services.AddScoped<EditionsAsked>().AddScoped<PublicPictures>().AddScoped<PublicStories>().AddScoped<WholeStories>().AddScoped<StoryList>().AddScoped<StoryOfAddress>();

    /// <summary>Before what tells of problems, so that a page elsewhere may read those, too.</summary>
    public static void Use(WebApplication app) => app.UseWhen(http => DataAddress.Is(http.Request.Path.Value ?? ""), api => api.Use(OtherOrigins.LetInAsync));

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(DataAddress.Root).OpenTo(Open).AddEndpointFilter<MachineHeaders>();
        ShowPaper.Map(api);
        ShowFrontPage.Map(api);
        ListStories.Map(api);
        ListPopular.Map(api);
        ShowStory.Map(api);
        ShowStoryPictures.Map(api);
        ListSections.Map(api);
        ListTopics.Map(api);
        ListSeries.Map(api);
        ShowSeries.Map(api);
        ListContributors.Map(api);
        ListMenus.Map(api);
        ListCorrections.Map(api);
        ListPages.Map(api);
        ShowPage.Map(api);
    }
}
