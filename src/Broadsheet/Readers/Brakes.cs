using System.Globalization;
using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Notices;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers;

/// <summary>What stands in somebody's way, and until when.</summary>
public sealed record Held(string Scope, DateTimeOffset Until)
{
    public const string Address = "address", Network = "network", Altogether = "altogether";
}

/// <summary>How often something may be done within a window of time.</summary>
/// <param name="Scope">One of <see cref="Held"/>'s.</param>
/// <param name="Which">Whose count it is, with what is counted.</param>
public sealed record BrakeLimit(string Scope, string Which, int Limit, TimeSpan Window)
{
    internal DateTimeOffset EndAt(DateTimeOffset now) => DateTimeOffset.UnixEpoch + ((now - DateTimeOffset.UnixEpoch).Ticks / Window.Ticks + 1) * Window;

    internal string KeyAt(DateTimeOffset now) => $"{Scope}/{Which}/{EndAt(now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>
/// Counts what strangers may do only so often. It counts in rows, so that a restart or a second node lets nobody through; each count is of a
/// fixed hour or day, so that around the turn of one twice as many may pass.
/// </summary>
public sealed class Brakes(Newspaper newspaper)
{
    /// <summary>Looks without counting, so that an attack that is held takes no writer's turn. Null: nothing stands in the way.</summary>
    public async Task<Held?> FindAsync(IReadOnlyList<BrakeLimit> limits, DateTimeOffset now, CancellationToken stop)
    {
        var keys = limits.Select(limit => limit.KeyAt(now)).ToList();
        var full = await newspaper.BrakeCounts.AsNoTracking().Where(row => keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, row => row.Times, stop);
        return limits.FirstOrDefault(limit => full.GetValueOrDefault(limit.KeyAt(now)) >= limit.Limit) is { } held ? new(held.Scope, held.EndAt(now)) : null;
    }

    /// <summary>Counts one. Call it inside WriteAsync, with what is counted. Null: it may go on.</summary>
    /// <param name="notice">The kind of notice that tells staff when all together are too many.</param>
    public async Task<Held?> TakeAsync(IReadOnlyList<BrakeLimit> limits, DateTimeOffset now, string notice, CancellationToken stop)
    {
        if (await FindAsync(limits, now, stop) is { } full) return full;

        foreach (var limit in limits)
        {
            var (key, end) = (limit.KeyAt(now), limit.EndAt(now));
            object at = newspaper is SqliteNewspaper ? end.ToUnixTimeMilliseconds() : end;
            // One statement that both databases know: two nodes count on, and the last one that fits is taken by one of them.
            var taken = await newspaper.Database.ExecuteSqlAsync($"INSERT INTO brake_counts (key, times, ends_at) VALUES ({key}, 1, {at}) ON CONFLICT (key) DO UPDATE SET times = brake_counts.times + 1 WHERE brake_counts.times < {limit.Limit}", stop);
            if (taken == 0) return new(limit.Scope, end);
            if (limit.Scope == Held.Altogether) await TellWhenFullAsync(key, limit.Limit, notice, now, stop);
        }
        return null;
    }

    // By who fills it: those who come after are held without writing anything.
    private async Task TellWhenFullAsync(string key, int limit, string notice, DateTimeOffset now, CancellationToken stop)
    {
        if (await newspaper.BrakeCounts.AsNoTracking().Where(row => row.Key == key).Select(row => row.Times).SingleAsync(stop) < limit) return;

        var staff = (await newspaper.StaffWhoMayAsync(Permission.RunMachine, stop)).Concat(await newspaper.StaffWhoMayAsync(Permission.RunPaper, stop));
        newspaper.Tell(notice, staff.Select(member => member.By).Distinct(), (null, "broadsheet"), limit.ToString(CultureInfo.InvariantCulture), "/newsroom/status", now);
    }

    /// <summary>The /24 or /56 of an address: what one household, office or attacker holds at least.</summary>
    public static string NetworkOf(IPAddress? from)
    {
        if (from is null) return "unknown";
        var bytes = (from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from).GetAddressBytes();
        bytes.AsSpan(bytes.Length == 4 ? 3 : 7).Clear();
        return new IPAddress(bytes).ToString();
    }
}
