using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Inbox.Desk;
using Broadsheet.Inbox.Forms;
using Broadsheet.Notices;
using Broadsheet.Paper;
using Broadsheet.Readers;
using Broadsheet.Web;

namespace Broadsheet.Inbox;

/// <summary>What readers write to the newsroom: the forms, and the inbox in which it lands.</summary>
public static class InboxServices
{
    public static IServiceCollection AddInbox(this IServiceCollection services) => services
        .AddSingleton<InboxStore>().AddScoped<WriteBrakes>().AddScoped<WritePage>().AddScoped<TakeMessage>().AddPagePart<FormsPart>()
        .AddNoticeKind(InboxRound.Notice, byMail: true).AddNoticeKind(InboxRound.TipNotice, byMail: true).AddNoticeKind(WriteBrakes.Notice, byMail: true)
        .AddHostedService<InboxRound>().AddScoped<IReaderPart, InboxOfReader>()
        .AddScoped<IStoryPanel, InboxPanels>().AddScoped<INewsroomCount, NewInInbox>()
        .AddNewsroomLink("inbox.title", "/newsroom/inbox", 27, nameof(Permission.ReadInbox))
        .AddPaperScreen("forms.title", "forms.about", "/newsroom/forms", 58, nameof(Permission.RunPaper));

    public static void MapWriting(this IEndpointRouteBuilder pages) => WriteIn.Map(pages);

    public static void MapInbox(this IEndpointRouteBuilder newsroom)
    {
        ListInbox.Map(newsroom);
        ShowMessage.Map(newsroom);
        DraftLetter.Map(newsroom);
        FetchFile.Map(newsroom);
        EditForms.Map(newsroom);
    }
}
