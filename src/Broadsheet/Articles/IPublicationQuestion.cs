namespace Broadsheet.Articles;

/// <summary>
/// Something that a person is asked before her changes go out, on a page of its own. It holds nothing up that is not the newsroom's
/// doing: schedules and the API are not asked.
/// </summary>
public interface IPublicationQuestion
{
    /// <param name="article">Loaded with its draft, which is to go out.</param>
    /// <param name="form">What the button Publish sent.</param>
    /// <returns>The page that asks and then publishes; null: nothing is to be asked.</returns>
    Task<string?> WhereToAskAsync(Article article, IFormCollection form, CancellationToken stop);
}
