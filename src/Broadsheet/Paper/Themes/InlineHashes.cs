using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Broadsheet.Paper.Themes;

/// <summary>The inline scripts and styles that stand whole in a theme's sources, as the policy names them.</summary>
public sealed partial record InlineHashes(string Scripts, string Styles)
{
    public static readonly InlineHashes None = new("", "");

    internal static InlineHashes Of(IEnumerable<string> sources)
    {
        var blocks = sources.SelectMany(source => Inline().Matches(source))
            // One that Liquid fills in has no fixed hash, and must not run.
            .Where(block => !block.Groups["text"].Value.Contains("{{", StringComparison.Ordinal) && !block.Groups["text"].Value.Contains("{%", StringComparison.Ordinal))
            .ToLookup(block => block.Groups["tag"].Value, block => Hash(block.Groups["text"].Value));
        return new(string.Concat(blocks["script"].Distinct().Order()), string.Concat(blocks["style"].Distinct().Order()));
    }

    private static string Hash(string text) => $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    [GeneratedRegex("""<(?<tag>script|style)(?![^>]*\ssrc=)[^>]*>(?<text>.+?)</\k<tag>>""", RegexOptions.Singleline)]
    private static partial Regex Inline();
}
