namespace Broadsheet.Articles;

/// <summary>
/// A list in which an article stands. The time is the article's own, copied (it never changes once set), so that one
/// index holds a list in its order and its first page costs the same however long the list grows.
/// </summary>
public abstract class ArticlePlace(DateTimeOffset publishedAt)
{
    public long ArticleId { get; protected set; }
    public Article Article { get; private set; } = null!;
    public DateTimeOffset PublishedAt { get; private set; } = publishedAt;
}

/// <summary>An article in the list of its section, or of one it is also shown in.</summary>
public sealed class ArticleSection(long sectionId, DateTimeOffset publishedAt) : ArticlePlace(publishedAt)
{
    public long SectionId { get; private set; } = sectionId;
}

public sealed class ArticleTopic(long topicId, DateTimeOffset publishedAt) : ArticlePlace(publishedAt)
{
    public long TopicId { get; private set; } = topicId;

    internal ArticleTopic On(long topic) => new(topic, PublishedAt) { ArticleId = ArticleId };
}

public sealed class ArticleContributor(long contributorId, DateTimeOffset publishedAt) : ArticlePlace(publishedAt)
{
    public long ContributorId { get; private set; } = contributorId;
}
