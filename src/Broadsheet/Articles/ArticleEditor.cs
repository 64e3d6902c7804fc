using Broadsheet.Articles.History;
using Broadsheet.Web;

namespace Broadsheet.Articles;

/// <summary>Where the newsroom writes: the list of articles, the page of one, and the editor's saves.</summary>
public static class ArticleEditor
{
    public static IServiceCollection AddArticleEditor(this IServiceCollection services) =>
        services.AddNewsroomLink("frame.articles", "/newsroom/articles", 10);

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        ListArticles.Map(newsroom);
        FindStories.Map(newsroom);
        EditArticle.Map(newsroom);
        PreviewArticle.Map(newsroom);
        SaveDraft.Map(newsroom);
        ArticleHistory.Map(newsroom);
    }
}
