using System.Text.RegularExpressions;

namespace Broadsheet.Paper.Assets;

internal static partial class CssText
{
    /// <summary>Takes out comments and the white space that only people need. Text in quotation marks is kept.</summary>
    internal static string Shrink(string css) =>
        Spare().Replace(Comments().Replace(css, found => found.Groups["text"].Value), found => found.Groups["text"].Success ? found.Value : found.Groups["mark"].Success ? found.Groups["mark"].Value : " ")
            .Replace(";}", "}", StringComparison.Ordinal).Trim();

    [GeneratedRegex("""(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/""", RegexOptions.Singleline)]
    private static partial Regex Comments();

    // Not around + and -, where calc() needs its spaces, nor before ( and :, which selectors and media queries need.
    [GeneratedRegex("""(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\s*(?<mark>[{};,>])\s*|(?<mark>:)\s+|\s+""", RegexOptions.Singleline)]
    private static partial Regex Spare();
}
