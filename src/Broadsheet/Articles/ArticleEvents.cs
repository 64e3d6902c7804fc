namespace Broadsheet.Articles;

/// <summary>A story went out for the first time, or again after a withdrawal.</summary>
public sealed record ArticlePublished(long Article);

/// <summary>What readers see of a published story was changed.</summary>
public sealed record ArticleUpdated(long Article);

/// <summary>A story was taken from the readers.</summary>
public sealed record ArticleWithdrawn(long Article);
