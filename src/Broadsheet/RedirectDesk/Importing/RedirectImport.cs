using Broadsheet.Redirects;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.RedirectDesk.Importing;

/// <param name="Same">Lines that say what is so already.</param>
/// <param name="Good">What is new or leads elsewhere from now on, with the chain folded.</param>
public sealed record ImportPlan(IReadOnlyList<RedirectLine> Good, int Same, IReadOnlyList<LeftLine> Left);

/// <summary>What a file would do, and doing it.</summary>
public sealed class RedirectImport(Newspaper newspaper, PagesThere pages)
{
    private const int LongestChain = 10;

    /// <summary>Pages that stand at the file's addresses.</summary>
    public Task<IReadOnlySet<string>> PagesOfAsync(RedirectFile file, CancellationToken stop) => pages.AmongAsync(file.Good.SelectMany(line => new[] { line.From, line.To }), stop);

    /// <param name="there">From <see cref="PagesOfAsync"/>, which takes too long for the write lane.</param>
    public async Task<ImportPlan> PlanAsync(RedirectFile file, IReadOnlySet<string> there, CancellationToken stop)
    {
        var standing = await newspaper.Redirects.AsNoTracking().ToListAsync(stop);
        var before = standing.ToDictionary(row => row.From, StringComparer.Ordinal);
        // What moved with all below it goes on doing so.
        var map = new RedirectMap(standing, file.Good.Select(line => new Redirect(line.From, line.To, before.TryGetValue(line.From, out var row) && row.IsPrefix, default, line.IsPassing)), there);
        var (good, left, same) = (new List<RedirectLine>(), file.Left.ToList(), 0);
        foreach (var line in file.Good)
        {
            var (end, way) = map.Follow(line, LongestChain);
            if (!line.From.Contains('*') && there.Contains(line.From)) left.Add(new(line.Number, line.Text, Text.T("redirect.problem.answers")));
            else if (end is null) left.Add(new(line.Number, line.Text, Text.T("redirect.problem.loop", ("way", string.Join(" → ", way)))));
            else if (before.TryGetValue(line.From, out var known) && known.To == end && known.IsPassing == line.IsPassing) same++;
            else good.Add(line with { To = end });
        }
        return new(good, same, [.. left.OrderBy(line => line.Number)]);
    }

    /// <summary>Writes it all, in the transaction that is open. What led to an address that leads on now leads on with it.</summary>
    public async Task TakeAsync(ImportPlan plan, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var group in plan.Good.Chunk(500))
        {
            var froms = group.Select(line => line.From).ToList();
            var known = await newspaper.Redirects.Where(row => froms.Contains(row.From) || froms.Contains(row.To)).ToListAsync(stop);
            var (byFrom, byTo) = (known.ToDictionary(row => row.From, StringComparer.Ordinal), known.ToLookup(row => row.To, StringComparer.Ordinal));
            foreach (var line in group)
            {
                if (byFrom.TryGetValue(line.From, out var again)) again.Change(line.From, line.To, line.IsPassing);
                else newspaper.Redirects.Add(new Redirect(line.From, line.To, false, now, line.IsPassing));
                foreach (var row in byTo[line.From].Where(row => row.To == line.From && row.From != line.To)) row.To = line.To;
            }
            await newspaper.Set<Missed.MissedAddress>().Where(row => froms.Contains(row.Path)).ExecuteDeleteAsync(stop);
            await newspaper.SaveChangesAsync(stop);
            newspaper.ChangeTracker.Clear();
        }
    }
}

/// <summary>All redirects as they will be, by what they are looked up.</summary>
internal sealed class RedirectMap
{
    private readonly Dictionary<string, Redirect> _exact = new(StringComparer.Ordinal);
    private readonly List<Redirect> _wide;
    private readonly IReadOnlySet<string> _there;

    /// <param name="coming">They stand before what there is.</param>
    /// <param name="there">Pages that stand: whoever gets there has arrived.</param>
    public RedirectMap(IReadOnlyList<Redirect> standing, IEnumerable<Redirect> coming, IReadOnlySet<string> there)
    {
        foreach (var row in standing.Concat(coming)) _exact[row.From] = row;
        (_wide, _there) = ([.. _exact.Values.Where(row => row.IsPrefix || row.IsPattern)], there);
    }

    /// <summary>Where a line's redirect ends, and the way there; null: it comes back or never ends.</summary>
    public (string? End, IReadOnlyList<string> Way) Follow(RedirectLine line, int most)
    {
        var (own, way, at) = (_exact[line.From], new List<string> { line.From }, line.To.Replace("*", "x", StringComparison.Ordinal));
        while (way.Count <= most)
        {
            way.Add(at);
            if (own.LeadsBelowItself) return (null, way);
            if (_there.Contains(at) || (own.Lead(at) is null && Next(at) is null)) return (line.To.Contains('*') ? line.To : at, way);
            if (own.Lead(at) is not null) return (null, at == line.From ? way : [.. way, line.From]);
            at = Next(at)!;
        }
        return (null, [.. way, "…"]);
    }

    private string? Next(string path) => NewAddress.Of(path, _exact.TryGetValue(path, out var exact) ? [exact] : _wide)?.Path;
}
