using Broadsheet.Paper;
using Broadsheet.Redirects;
using Broadsheet.Web;
using static Broadsheet.Web.Text;

namespace Broadsheet.RedirectDesk;

/// <summary>An old address and where it is to lead, as typed: paths, or whole addresses of this paper, the old one perhaps with a star in it.</summary>
/// <param name="Status">"301" for good, "302" for now; empty: for good.</param>
public sealed record RedirectForm(string From, string To, string Status = "")
{
    public const int Longest = 300;

    // "/*" would send every mistyped address somewhere, and a search engine takes that for an error.
    private const int FewestLetters = 3;

    public static RedirectForm Empty { get; } = new("", "");

    public static RedirectForm Of(Redirect row) => new(row.From, row.To, row.IsPassing ? "302" : "301");

    public static RedirectForm Read(IFormCollection form) => new(form["From"].ToString().Trim(), form["To"].ToString().Trim(), form["Status"].ToString().Trim());

    public bool IsPassing => Status == "302";

    /// <summary>Decoded and in NFC, without host, query and a slash at the end, as addresses are looked up; null when it is no path of the paper.</summary>
    public static string? PathOf(string typed, string origin)
    {
        var path = typed.StartsWith(origin + "/", StringComparison.OrdinalIgnoreCase) ? typed[origin.Length..] : typed;
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal)) return null;

        var end = path.IndexOfAny(['?', '#']);
        var plain = Uri.UnescapeDataString(end < 0 ? path : path[..end]);
        if (plain.Any(char.IsControl) || !plain.IsWhole) return null;
        plain = plain.Normalize().TrimEnd('/');
        return plain.Length is > 0 and <= Longest && !plain.Contains("//", StringComparison.Ordinal) && ReservedSegments.IsPaper(plain[1..].Split('/')[0]) ? plain : null;
    }

    /// <summary>The two paths, if both are such; what is wrong with either goes to <paramref name="problems"/>.</summary>
    public (string From, string To)? Paths(string origin, Problems problems)
    {
        var (from, to) = (PathOf(From, origin), IsFront(To, origin) ? "/" : PathOf(To, origin));
        if (from is null) problems.Add(nameof(From), T("redirect.problem.from"));
        else if (from.Count(letter => letter == '*') > 1 || (from.Contains('*') && from.Count(char.IsLetterOrDigit) < FewestLetters)) problems.Add(nameof(From), T("redirect.problem.pattern"));
        if (to is null) problems.Add(nameof(To), T("redirect.problem.to"));
        else if (to.Contains('*') && (to.Count(letter => letter == '*') > 1 || from?.Contains('*') == false)) problems.Add(nameof(To), T("redirect.problem.star"));
        if (Status is not ("" or "301" or "302")) problems.Add(nameof(Status), T("redirect.problem.status"));
        if (problems.Any) return null;

        if (from == to) problems.Add(nameof(To), T("redirect.problem.same"));
        return problems.Any ? null : (from!, to!);
    }

    private static bool IsFront(string typed, string origin) => typed == "/" || (typed.Length > 0 && typed.TrimEnd('/').Equals(origin, StringComparison.OrdinalIgnoreCase));
}

internal static class WholeText
{
    extension(string text)
    {
        /// <summary>Whether it is text: half a letter (a lone surrogate) or what is no letter at all can neither be brought to one form nor be stored.</summary>
        public bool IsWhole
        {
            get
            {
                for (var at = 0; at < text.Length; at++)
                {
                    if (text[at] is '\uFFFE' or '\uFFFF') return false;
                    if (!char.IsSurrogate(text[at])) continue;
                    if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return false;
                    at++;
                }
                return true;
            }
        }
    }
}
