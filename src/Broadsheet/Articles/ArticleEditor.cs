using Broadsheet.Articles.History;

namespace Broadsheet.Articles;

/// <summary>Where the newsroom writes: where a story is begun, its page, and the editor's saves.</summary>
public static class ArticleEditor
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        BeginArticle.Map(newsroom);
        FindStories.Map(newsroom);
        EditArticle.Map(newsroom);
        PreviewArticle.Map(newsroom);
        ExportArticle.Map(newsroom);
        SaveDraft.Map(newsroom);
        ArticleHistory.Map(newsroom);
    }
}
