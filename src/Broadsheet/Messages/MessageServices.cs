using Broadsheet.Accounts;
using Broadsheet.Files;
using Broadsheet.Messages.Choosing;
using Broadsheet.Messages.Counting;
using Broadsheet.Paper;
using Broadsheet.Storage.Changes;
using Broadsheet.Web;

namespace Broadsheet.Messages;

public static class MessageServices
{
    public static IServiceCollection AddMessages(this IServiceCollection services) => services
        .AddPaperScreen("message.title", "messages.about", "/newsroom/messages", 60, nameof(Permission.RunPaper))
        .AddPaperScreen("supportPage.title", "supportPage.about", "/newsroom/support", 60, nameof(Permission.RunPaper))
        .AddScoped<PreviewedMessage>().AddPagePart<MessagesPart>()
        .AddSingleton<IChangedLists, MessageLists>()
        .AddSingleton<SeenCounter>().AddSingleton<SeenFlush>().AddSingleton<IHostedService>(provider => provider.GetRequiredService<SeenFlush>())
        .AddScoped<IFileUses, FilesInMessages>();

    /// <summary>Maps what readers' pages ask and tell.</summary>
    public static void MapChoice(this IEndpointRouteBuilder app)
    {
        TellCountry.Map(app);
        CountSeen.Map(app);
    }

    public static void MapMessages(this IEndpointRouteBuilder newsroom)
    {
        ListMessages.Map(newsroom);
        EditMessage.Map(newsroom);
        PreviewMessage.Map(newsroom);
        EditSupport.Map(newsroom);
        StopAppeals.Map(newsroom);
        ChooseCountries.Map(newsroom);
    }
}
