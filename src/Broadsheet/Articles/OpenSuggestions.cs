using static Broadsheet.Web.Text;

namespace Broadsheet.Articles;

/// <summary>
/// A story that goes out for the first time while something is still suggested in it: whoever publishes is asked once, since what is
/// suggested does not go out. What is out already is corrected without a question.
/// </summary>
internal static class OpenSuggestions
{
    /// <summary>The field that says she was asked. The underline keeps it out of the story's own fields.</summary>
    public const string Asked = "_withoutSuggestions";

    public static void Ask(Article article, IFormCollection form)
    {
        if (article.PublishedAt is not null || form[Asked] == "true") return;
        if (article.Draft.Content.Body.Suggestions.Count is > 0 and var count) throw new ArticleException(T("acts.openSuggestions", ("count", count)));
    }
}
