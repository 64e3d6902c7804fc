using System.Text.RegularExpressions;
using Broadsheet.Paper.Themes;
using Broadsheet.Paper.Views;

namespace Broadsheet.Paper;

/// <summary>Tells staff what is wrong with the paper's theme, over the page that readers get instead.</summary>
internal static partial class ThemeNotice
{
    internal static string Over(string html, IReadOnlyList<ThemeProblem> problems)
    {
        // English, like the theme's file names: it speaks to whoever writes templates.
        var items = string.Concat(problems.Select(problem => $"<li><code>{PageText.Encoder.Encode(problem.ToString())}</code></li>"));
        var notice = $"<aside class=\"theme-notice\" lang=\"en\" dir=\"ltr\"><p>The paper’s own theme has a fault. Readers see the built-in file instead.</p><ul>{items}</ul></aside>";

        // Our own template may be the broken one, so this does not depend on a template's place for it.
        var body = BodyTag().Match(html);
        return body.Success ? html.Insert(body.Index + body.Length, notice) : notice + html;
    }

    [GeneratedRegex("<body[^>]*>")]
    private static partial Regex BodyTag();
}
