using Broadsheet.Articles.Keys;
using Broadsheet.Articles.Live;

namespace Broadsheet.Articles;

/// <summary>Where the newsroom acts on articles. Every act is a form's POST and redirects to the article.</summary>
public static class ArticleActs
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        PublishArticle.Map(newsroom);
        ScheduleArticle.Map(newsroom);
        EmbargoArticle.Map(newsroom);
        WithdrawArticle.Map(newsroom);
        HideArticle.Map(newsroom);
        LetReadersIn.Map(newsroom);
        TakeBackArticle.Map(newsroom);
        DeleteDraft.Map(newsroom);
        ShowLive.Map(newsroom);
        GiveKey.Map(newsroom);
        PublishAlone.Map(newsroom);
        ReadAfterwards.Map(newsroom);
        GiveToDesk.Map(newsroom);
    }
}
