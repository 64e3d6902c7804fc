using Broadsheet.Machine;
using Broadsheet.Paper.Press;
using Broadsheet.Popularity;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.RedirectDesk.Missed;

/// <summary>
/// Counts what is not found in memory and writes it down twice a minute, so that an answer "not found" costs no write however many ask. Both what
/// is counted between two writings and what is kept have a bound: whoever invents addresses fills neither memory nor disk.
/// </summary>
public sealed class MissedFlush : Rounds
{
    public const int LongestHost = 100, MostKept = 5_000;

    private const int MostAtOnce = 1_000, Group = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly Tally<(string Path, string Host)> _missed = new(MostAtOnce);
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;

    public MissedFlush(PagePress press, IServiceScopeFactory scopes, TimeProvider clock, ILogger<MissedFlush> log) : base("Writing down what was not found", TimeSpan.FromSeconds(30), log)
    {
        (_scopes, _clock) = (scopes, clock);
        press.Missed += Count;
    }

    protected override bool RestsFirst => true;

    protected override Task RoundAsync(CancellationToken stop) => FlushAsync(stop);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await FlushAsync(cancellationToken);
        }
        catch (Exception)
        {
            // Half a minute of what was not found: nothing that must keep a program from ending.
        }
    }

    // Only the site is kept of where a reader came from: the rest of that address may say who she is.
    private void Count(string path, string referrer)
    {
        if (path.Length is < 2 or > RedirectForm.Longest || path.Any(char.IsControl) || !path.IsWhole) return;
        var host = Uri.TryCreate(referrer, UriKind.Absolute, out var from) && from.Scheme is "http" or "https" && from.IdnHost.Length <= LongestHost ? from.IdnHost : "";
        _missed.Add((path, host));
    }

    /// <summary>Writes all that was counted until now. What cannot be written is kept for the next time.</summary>
    public async Task FlushAsync(CancellationToken stop)
    {
        var counted = _missed.Take();
        if (counted.Count == 0) return;
        await using var scope = _scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        // The write lane is let go between the groups, so that a publication waits for milliseconds at most.
        var left = new Queue<IGrouping<string, KeyValuePair<(string Path, string Host), long>>[]>(counted.GroupBy(one => one.Key.Path.Normalize().TrimEnd('/'), StringComparer.Ordinal).Where(same => same.Key.Length > 0).Chunk(Group));
        try
        {
            while (left.TryPeek(out var group))
            {
                await newspaper.WriteAsync(async () => { foreach (var same in group) await AddAsync(newspaper, same.Key, [.. same], stop); }, stop);
                left.Dequeue();
            }
        }
        catch
        {
            foreach (var group in left) _missed.Return(group.SelectMany(same => same));
            throw;
        }
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
