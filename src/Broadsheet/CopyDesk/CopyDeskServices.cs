using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.CopyDesk.Archive;
using Broadsheet.CopyDesk.Dates;
using Broadsheet.CopyDesk.House;
using Broadsheet.CopyDesk.Links;
using Broadsheet.CopyDesk.Stories;
using Broadsheet.Outbound;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;

namespace Broadsheet.CopyDesk;

public static class CopyDeskServices
{
    public static IServiceCollection AddCopyDesk(this IServiceCollection services) => services
        .AddScoped<IVersionFinish, DatesInVersions>()
        .AddScoped<StoryDesk>().AddSingleton<LinksInPaper>().AddScoped<OutsideLinks>().AddScoped<ArchiveReading>().AddJob<ArchivePart, ReadArchivePart>()
        .AddSingleton<OutboundClient>().AddSingleton<AskOutsideLinks>().AddHostedService(services => services.GetRequiredService<AskOutsideLinks>())
        .AddPaperScreen("house.title", "house.about", "/newsroom/house-style", 57, nameof(Permission.ArrangePaper));

    public static void MapCopyDesk(this IEndpointRouteBuilder newsroom)
    {
        CheckStory.Map(newsroom);
        FixFinding.Map(newsroom);
        IgnoreFinding.Map(newsroom);
        ListHouseStyle.Map(newsroom);
        EditHouseRule.Map(newsroom);
        EditPeople.Map(newsroom);
        MoveHouseStyle.Map(newsroom);
        CheckArchive.Map(newsroom);
    }
}
