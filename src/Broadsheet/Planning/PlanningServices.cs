using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Notices;
using Broadsheet.Planning.Flash;
using Broadsheet.Planning.Needs;
using Broadsheet.Planning.Notes;
using Broadsheet.Storage.Outbox;
using Broadsheet.Web;

namespace Broadsheet.Planning;

/// <summary>The way of a story through the newsroom, for Program.</summary>
public static class PlanningServices
{
    public static IServiceCollection AddPlanning(this IServiceCollection services) => services
        .AddScoped<PlanPanelViews>().AddScoped<IStoryPanel, StagePanels>().AddScoped<IStoryPanel, PlanPanels>().AddScoped<IPublicationCheck, HeldStories>()
        .AddScoped<SectionNeeds>().AddScoped<Checklist>().AddScoped<ChecklistPanels>().AddScoped<IStoryPanel>(provider => provider.GetRequiredService<ChecklistPanels>()).AddScoped<IPublicationCheck, NeedsAreMet>()
        .AddNoticeKind(PlanNotices.Assigned, byMail: true).AddNoticeKind(PlanNotices.Moved, byMail: false).AddNoticeKind(PlanNotices.Held, byMail: true).AddNoticeKind(PlanNotices.Lifted, byMail: true)
        .AddJob<FlashEnds, EndFlashOnTime>().AddListener<ArticleUpdated, EndFlashWhenFilled>()
        .AddNewsroomLink("frame.articles", "/newsroom/articles", 10, key: "a")
        .AddNewsroomLink("board.title", "/newsroom/board", 11, key: "b")
        .AddNewsroomLink("calendar.title", "/newsroom/calendar", 12, key: "c")
        .AddNewsroomLink("flash.link", "/newsroom/flash", 15, nameof(Permission.PublishArticles), "l")
        .AddPaperScreen("stages.title", "stages.about", "/newsroom/stages", 22, nameof(Permission.RunPaper))
        .AddPaperScreen("needs.title", "needs.about", "/newsroom/publishing-needs", 24, nameof(Permission.ArrangePaper))
        .AddPaperScreen("kept.title", "kept.screen", "/newsroom/obituaries", 26, nameof(Permission.WriteArticles));

    public static void MapPlanning(this IEndpointRouteBuilder newsroom)
    {
        ListStories.Map(newsroom);
        KeepList.Map(newsroom);
        ShowBoard.Map(newsroom);
        ShowCalendar.Map(newsroom);
        MoveStory.Map(newsroom);
        PlanStory.Map(newsroom);
        HoldStory.Map(newsroom);
        KeepReady.Map(newsroom);
        EditNotes.Map(newsroom);
        ChecklistPanels.Map(newsroom);
        EditNeeds.Map(newsroom);
        EditStages.Map(newsroom);
        SendFlash.Map(newsroom);
    }
}
