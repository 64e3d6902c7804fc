using Broadsheet.Paper.Press;
using Broadsheet.Popularity;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.RedirectDesk.Missed;

/// <summary>
/// Counts what is not found in memory and writes it down twice a minute, so that an answer "not found" costs no write however many ask. Both what
/// is counted between two writings and what is kept have a bound: whoever invents addresses fills neither memory nor disk.
/// </summary>
public sealed class MissedFlush : TallyFlush<(string Path, string Host)>
{
    public const int LongestHost = 100, MostKept = 5_000;

    private const int MostAtOnce = 1_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly TimeProvider _clock;

    public MissedFlush(PagePress press, IServiceScopeFactory scopes, TimeProvider clock, ILogger<MissedFlush> log) : base(new(MostAtOnce), "Writing down what was not found", TimeSpan.FromSeconds(30), scopes, log)
    {
        _clock = clock;
        press.Missed += Count;
    }

    // Only the site is kept of where a reader came from: the rest of that address may say who she is.
    private void Count(string path, string referrer)
    {
        if (path.Length is < 2 or > RedirectForm.Longest || path.Any(char.IsControl) || !path.IsWhole) return;
        var host = Uri.TryCreate(referrer, UriKind.Absolute, out var from) && from.Scheme is "http" or "https" && from.IdnHost.Length <= LongestHost ? from.IdnHost : "";
        Tally.Add((path, host));
    }

    protected override async Task WriteAsync(IReadOnlyList<KeyValuePair<(string Path, string Host), long>> counts, Newspaper newspaper, CancellationToken stop)
    {
        var paths = counts.GroupBy(one => one.Key.Path.Normalize().TrimEnd('/'), StringComparer.Ordinal).Where(same => same.Key.Length > 0);
        await newspaper.WriteAsync(async () => { foreach (var same in paths) await AddAsync(newspaper, same.Key, [.. same], stop); }, stop);
        await ClearAsync(newspaper, stop);
    }

    private Task AddAsync(Newspaper newspaper, string path, IReadOnlyList<KeyValuePair<(string Path, string Host), long>> counted, CancellationToken stop)
    {
        var (times, host) = (counted.Sum(one => one.Value), counted.OrderByDescending(one => one.Key.Host.Length > 0).ThenByDescending(one => one.Value).First().Key.Host);
        object now = newspaper is SqliteNewspaper ? _clock.GetUtcNow().ToUnixTimeMilliseconds() : _clock.GetUtcNow();
        // Adding is one statement that both databases know, so that two nodes can add to the same address.
        return newspaper.Database.ExecuteSqlAsync($"""
            INSERT INTO missed_addresses (path, times, host, first_at, last_at) VALUES ({path}, {times}, {host}, {now}, {now})
            ON CONFLICT (path) DO UPDATE SET times = missed_addresses.times + excluded.times, last_at = excluded.last_at, host = CASE WHEN excluded.host = '' THEN missed_addresses.host ELSE excluded.host END
            """, stop);
    }

    private async Task ClearAsync(Newspaper newspaper, CancellationToken stop)
    {
        var oldest = _clock.GetUtcNow() - Kept;
        await newspaper.WriteAsync(async () =>
        {
            await newspaper.MissedAddresses.Where(row => row.LastAt < oldest).ExecuteDeleteAsync(stop);
            var tooMany = await newspaper.MissedAddresses.CountAsync(stop) - MostKept;
            if (tooMany <= 0) return;
            // What was asked for once, long ago, goes first.
            var least = newspaper.MissedAddresses.OrderBy(row => row.Times).ThenBy(row => row.LastAt).Take(tooMany).Select(row => row.Id);
            await newspaper.MissedAddresses.Where(row => least.Contains(row.Id)).ExecuteDeleteAsync(stop);
        }, stop);
    }
}
