using System.Text.RegularExpressions;
using Broadsheet.Paper.Views;

namespace Broadsheet.Paper;

/// <summary>Marks a page of a staging copy, for whoever looks at it and for search engines that came by all the same.</summary>
internal static partial class StagingNotice
{
    // A theme of the paper's own may know of no such thing, so this does not depend on a template's place for it.
    internal static string Over(string html, string words)
    {
        html = Head().Replace(html, "$0\n<meta name=\"robots\" content=\"noindex, nofollow\">", 1);
        return Body().Replace(html, $"$0\n<aside class=\"staging-notice\"><p>{PageText.Encoder.Encode(words).Replace("$", "$$", StringComparison.Ordinal)}</p></aside>", 1);
    }

    [GeneratedRegex("<head[^>]*>")]
    private static partial Regex Head();

    [GeneratedRegex("<body[^>]*>")]
    private static partial Regex Body();
}
