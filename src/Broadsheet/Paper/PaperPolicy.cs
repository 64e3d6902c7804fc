using Broadsheet.Paper.Themes;

namespace Broadsheet.Paper;

/// <summary>The content security policy of readers' pages. It is the same for every reader of a page, as a page
/// that is stored must be: hashes of the theme's own inline texts and no nonce.</summary>
public static class PaperPolicy
{
    /// <param name="frameHosts">Where a reader's click may load an embed from.</param>
    public static string For(InlineHashes inline, IEnumerable<string> frameHosts) =>
        "default-src 'none'; " +
        $"script-src 'self'{inline.Scripts}; " +
        $"style-src 'self'{inline.Styles}; " +
        "img-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; " +
        "frame-ancestors 'self'; " +
        $"frame-src 'self'{string.Concat(frameHosts.Where(IsHost).Distinct().Select(host => $" https://{host}"))}";

    // A setting is text that a person typed: a semicolon in it would begin a directive of its own.
    private static bool IsHost(string host) => Uri.CheckHostName(host) == UriHostNameType.Dns && host.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-');
}
