using System.Text.RegularExpressions;

namespace Broadsheet.Document;

/// <summary>Which addresses may stand in a link: http, https, mailto, tel, and addresses inside the paper.</summary>
public static partial class LinkSafety
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    public const int MaxLength = 4000;

    /// <summary>The address as it may be printed, or null when it is not one of ours.</summary>
    public static string? Clean(string? href)
    {
        if (href is null) return null;

        // Browsers drop tabs and line ends anywhere in an address and controls at its ends, so
        // "java\nscript:" runs. The scheme is judged after the same cleaning.
        var clean = Ignored().Replace(href, "").Trim(Trimmed);
        if (clean.Length is 0 or > MaxLength || clean.Any(char.IsControl)) return null;

        var colon = clean.IndexOf(':');
        var isRelative = colon < 0 || clean.AsSpan(0, colon).IndexOfAny("/?#") >= 0;
        if (isRelative) return clean.Contains('\\') || ColonLookalikes().IsMatch(clean) ? null : clean;

        var scheme = clean[..colon].ToLowerInvariant();
        if (!Schemes.Contains(scheme)) return null;

        return scheme is not ("http" or "https") || Uri.TryCreate(clean, UriKind.Absolute, out var uri) && uri.Host != "" ? clean : null;
    }

    /// <summary>The address as it works anywhere: one inside the paper behind the paper's own. Null for what is none of ours, and for a place in the text itself.</summary>
    internal static string? Whole(string href, Uri paperAddress)
    {
        // A place in this text only works on the paper's own page.
        if (href.StartsWith('#')) return null;
        return Clean(href) is not { } clean ? null
            : clean.Contains(':') && Uri.TryCreate(clean, UriKind.Absolute, out var own) && !own.IsFile ? clean
            : Uri.TryCreate(paperAddress, clean, out var absolute) ? absolute.AbsoluteUri : null;
    }

    internal static bool IsSafe(string href) => Clean(href) == href;

    /// <summary>An absolute http or https address.</summary>
    internal static bool IsWebAddress(string address) =>
        IsSafe(address) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");

    private static readonly char[] Trimmed = [.. Enumerable.Range(0, 33).Select(code => (char)code), '\u00A0', '\uFEFF'];

    // "javascript：…" is a path to a browser and a scheme to whoever reads or normalises it: no path of a paper begins so.
    [GeneratedRegex("^[^/?#]*[\u02D0\u02F8\u0589\u05C3\u2236\uA789\uFE13\uFE55\uFF1A]")]
    private static partial Regex ColonLookalikes();

    [GeneratedRegex("[\t\r\n]")]
    private static partial Regex Ignored();
}
