using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Corrections;
using Broadsheet.Notices;
using Broadsheet.Paper;
using Broadsheet.Storage.Changes;
using Broadsheet.Storage.Outbox;
using Broadsheet.Today;
using Broadsheet.Translations.Desk;
using Broadsheet.Translations.Reading;
using Broadsheet.Web;

namespace Broadsheet.Translations;

/// <summary>The same story in several editions: made from one original, kept true to it, and found from each other.</summary>
public static class TranslationServices
{
    public static IServiceCollection AddTranslations(this IServiceCollection services) => services
        .AddScoped<TranslationDesk>().AddScoped<IStoryPanel, TranslationPanels>().AddScoped<ITodayLines, TranslationsWaiting>()
        .AddSingleton<IChangedLists, TranslationLists>()
        .AddScoped<StorySets>().AddPagePart<EditionsPart>().AddPagePart<TranslationPart>().AddHeadPart<AlternateLinks>()
        .AddNoticeKind(TranslationNotices.Changed, byMail: false).AddNoticeKind(TranslationNotices.Corrected, byMail: true, atOnce: true).AddNoticeKind(TranslationNotices.Withdrawn, byMail: true, atOnce: true)
        .AddListener<ArticleUpdated, TellTranslatorsOfChange>().AddListener<CorrectionMade, TellTranslatorsOfCorrection>().AddListener<CorrectionAmended, TellTranslatorsOfAmendment>().AddListener<ArticleWithdrawn, TellTranslatorsOfWithdrawal>()
        .AddPaperScreen("translations.title", "translations.about", "/newsroom/translations", 58, nameof(Permission.EnterNewsroom));

    public static void MapTranslations(this IEndpointRouteBuilder newsroom)
    {
        TranslateStory.Map(newsroom);
        StoryTranslation.Map(newsroom);
        ListTranslations.Map(newsroom);
    }
}
