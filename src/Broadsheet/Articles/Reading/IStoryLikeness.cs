namespace Broadsheet.Articles.Reading;

/// <summary>
/// Which published stories of the same edition are about the same. Search answers, from its index: stories, which it reads, must not know it,
/// or the arrows would run in a circle.
/// </summary>
public interface IStoryLikeness
{
    /// <summary>Ids of the likest, first the likest; of two alike the newer. What readers may see of them is the caller's to ask.</summary>
    /// <param name="article">Published, with its topics.</param>
    Task<IReadOnlyList<long>> LikeAsync(Article article, int most, CancellationToken stop);
}
