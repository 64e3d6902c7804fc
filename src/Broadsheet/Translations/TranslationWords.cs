using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Web;

namespace Broadsheet.Translations;

/// <summary>How the newsroom says how a translation stands.</summary>
internal static class TranslationWords
{
    /// <summary>"The original was corrected on …"; null where nothing happened.</summary>
    /// <param name="clock">By whose clock the time is said.</param>
    public static string? Of(Standing standing, Edition clock) => standing.State == OriginalState.Same ? null
        : Text.T($"translation.{standing.State}", ("time", standing.At is { } at ? ArticleStateText.Time(at, clock) : ""));

    public static string Headline(Article article) => article.WorkingHeadline is { Length: > 0 } headline ? headline : Text.T("article.untitled");

    /// <summary>"עברית, הנמל": the language as those who read it call it, and the edition.</summary>
    public static string Of(Edition edition) => $"{edition.LanguageName}, {edition.Name}";
}
