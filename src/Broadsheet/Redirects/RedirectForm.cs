using Broadsheet.Paper;
using Broadsheet.Paper.Press;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Redirects;

/// <summary>An old address and where it is to lead, as typed: paths, or whole addresses of this paper.</summary>
public sealed record RedirectForm(string From, string To)
{
    public static RedirectForm Empty { get; } = new("", "");

    public static RedirectForm Read(IFormCollection form) => new(form["From"].ToString().Trim(), form["To"].ToString().Trim());

    /// <summary>Decoded and in NFC, without host, query and a slash at the end, as addresses are looked up; null when it is no path of the paper.</summary>
    public static string? PathOf(string typed, string origin)
    {
        var path = typed.StartsWith(origin + "/", StringComparison.OrdinalIgnoreCase) ? typed[origin.Length..] : typed;
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || path.Any(char.IsControl)) return null;

        var end = path.IndexOfAny(['?', '#']);
        var plain = Uri.UnescapeDataString(end < 0 ? path : path[..end]).Normalize().TrimEnd('/');
        return plain.Length is > 0 and <= 300 && ReservedSegments.IsPaper(plain[1..].Split('/')[0]) ? plain : null;
    }

    public async Task<Problems> CheckAsync(string origin, PagePress press, Newspaper newspaper, CancellationToken stop)
    {
        var problems = new Problems();
        var (from, to) = (PathOf(From, origin), PathOf(To, origin));
        if (from is null) problems.Add(nameof(From), T("redirect.problem.from"));
        if (to is null) problems.Add(nameof(To), T("redirect.problem.to"));
        if (problems.Any) return problems;

        if (from == to) problems.Add(nameof(To), T("redirect.problem.same"));
        // Where the new address itself leads on, the chain is folded; where it leads back, nobody would arrive.
        else if (await newspaper.Redirects.AnyAsync(row => row.From == to && row.To == from, stop)) problems.Add(nameof(To), T("redirect.problem.loop"));
        else if (await press.AnswersAsync(from!)) problems.Add(nameof(From), T("redirect.problem.answers"));
        return problems;
    }
}
