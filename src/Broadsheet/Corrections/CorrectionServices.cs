using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Corrections.Asking;
using Broadsheet.Corrections.Desk;
using Broadsheet.Corrections.Fixing;
using Broadsheet.Notices;
using Broadsheet.Paper;
using Broadsheet.Storage.Changes;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;

namespace Broadsheet.Corrections;

/// <summary>What the paper puts right in the open: on its stories, in its ledger, and the asking whether something must be.</summary>
public static class CorrectionServices
{
    public static IServiceCollection AddCorrections(this IServiceCollection services) => services
        .AddScoped<CorrectionDesk>().AddScoped<FixDesk>().AddScoped<IPublicationQuestion, AskBeforePublication>()
        .AddScoped<IStoryPanel, CorrectionPanels>()
        .AddNoticeKind(CorrectionNotices.Corrected, byMail: true)
        .AddPagePart<CorrectionsPart>()
        .AddSingleton<IChangedLists, CorrectionLists>()
        .AddListener<ArticleWithdrawn, NoteRetraction>()
        .AddPaperScreen("corrections.title", "corrections.about", "/newsroom/corrections", 57, nameof(Permission.EnterNewsroom));

    public static void MapCorrections(this IEndpointRouteBuilder newsroom)
    {
        ListCorrections.Map(newsroom);
        StoryCorrections.Map(newsroom);
        AskAboutChanges.Map(newsroom);
        FixNow.Map(newsroom);
        ShowUnmerged.Map(newsroom);
    }
}
