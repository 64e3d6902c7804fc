namespace Broadsheet.Articles.History;

/// <summary>Where the newsroom looks back: the versions of a story, any two beside each other, and the way back to one.</summary>
public static class ArticleHistory
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        ShowHistory.Map(newsroom);
        ReadVersion.Map(newsroom);
        CompareVersions.Map(newsroom);
        KeepVersion.Map(newsroom);
        RestoreVersion.Map(newsroom);
    }
}
