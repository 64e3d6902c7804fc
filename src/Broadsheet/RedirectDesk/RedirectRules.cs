using Broadsheet.Paper.Press;
using Broadsheet.Redirects;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.RedirectDesk;

/// <summary>What a redirect that a person makes must not do, and how it is written down.</summary>
public sealed class RedirectRules(Newspaper newspaper, PagePress press)
{
    // Nobody builds a longer one by hand.
    private const int LongestChain = 10;

    /// <param name="own">The one that is changed; null: a new one.</param>
    /// <returns>Where it is to lead, the chain folded; null where it must not be.</returns>
    public async Task<string?> CheckAsync(string from, string to, long? own, Problems problems, CancellationToken stop)
    {
        var isPrefix = await newspaper.Redirects.AnyAsync(row => row.IsPrefix && (row.From == from || row.Id == own), stop);
        var (proposed, chain) = (new Redirect(from, to, isPrefix, default), new List<string> { from });
        // Where the star stands for something, anything shows the way.
        var at = to.Replace("*", "x", StringComparison.Ordinal);
        if (proposed.LeadsBelowItself) return Loop([to, from]);
        for (var steps = 0; steps < LongestChain; steps++)
        {
            chain.Add(at);
            if (await press.AnswersAsync(at)) break;
            if (proposed.Lead(at) is not null) return Loop(at == from ? [] : [from]);
            if (await NextAsync(at, own, stop) is not { } next) break;
            at = next;
        }
        if (chain.Count > LongestChain) return Loop(["…"]);
        if (!from.Contains('*') && await press.AnswersAsync(from))
        {
            problems.Add("From", T("redirect.problem.answers"));
            return null;
        }
        // What still has a star to fill in leads where it was said to.
        return to.Contains('*') ? to : at;

        string? Loop(string[] end)
        {
            problems.Add("To", T("redirect.problem.loop", ("way", string.Join(" → ", chain.Concat(end)))));
            return null;
        }
    }

    /// <summary>Writes it down, with what it makes needless. Call it inside WriteAsync.</summary>
    public async Task SaveAsync(Redirect? own, string from, string to, bool isPassing, DateTimeOffset now, CancellationToken stop)
    {
        // Another address than before: the old one is given up with its row.
        if (own is not null && own.From != from) newspaper.Redirects.Remove(own);
        await newspaper.RedirectAsync(from, to, own is { IsPrefix: true }, isPassing, now, stop);
        await newspaper.Set<Missed.MissedAddress>().Where(row => row.Path == from).ExecuteDeleteAsync(stop);
    }

    private async Task<string?> NextAsync(string path, long? own, CancellationToken stop) =>
        await newspaper.NewAddressAsync(path, stop) is { } next && next.By.Id != own ? next.Path : null;
}
