using Broadsheet.Web;

namespace Broadsheet.Articles;

public sealed partial class Article
{
    /// <summary>A draft nobody outside has seen. What was published stays: it can be withdrawn, and its versions are the record of what was said.</summary>
    public bool CanBeDeleted => PublishedAt is null && ScheduledFor is null;

    /// <exception cref="ArticleException">It was published, or is about to be.</exception>
    internal void DemandDeletable()
    {
        if (PublishedAt is not null) throw new ArticleException(Text.T("article.delete.published"));
        if (ScheduledFor is not null) throw new ArticleException(Text.T("article.delete.scheduled"));
    }
}
