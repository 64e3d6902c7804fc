using System.Globalization;
using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Machine;
using Broadsheet.Notices;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Readers;

/// <summary>What stands in somebody's way, and until when.</summary>
public sealed record Held(string Scope, DateTimeOffset Until)
{
    public const string Address = "address", Network = "network", Altogether = "altogether";
}

/// <summary>
/// The brakes on forms by which strangers have the paper send mail (promise 21). They count in rows, so that a restart or a second node lets
/// nobody through; each counts within fixed hours or days, so that around the turn of one twice as many may pass.
/// </summary>
public sealed class MailBrakes(Newspaper newspaper, MachineSettings machine)
{
    internal const string Notice = "mail-brake";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Day = TimeSpan.FromDays(1);

    private sealed record Count(string Scope, string Which, int Limit, TimeSpan Window)
    {
        internal DateTimeOffset EndAt(DateTimeOffset now) => DateTimeOffset.UnixEpoch + ((now - DateTimeOffset.UnixEpoch).Ticks / Window.Ticks + 1) * Window;

        internal string KeyAt(DateTimeOffset now) => $"{Scope}/{Which}/{EndAt(now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Looks without counting, so that an attack that is held takes no writer's turn. Null: nothing stands in the way.</summary>
    public async Task<Held?> FindAsync(ReaderAddress address, IPAddress? from, DateTimeOffset now, CancellationToken stop)
    {
        var counts = Of(address, from);
        var keys = counts.Select(count => count.KeyAt(now)).ToList();
        var full = await newspaper.BrakeCounts.AsNoTracking().Where(row => keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, row => row.Times, stop);
        return counts.FirstOrDefault(count => full.GetValueOrDefault(count.KeyAt(now)) >= count.Limit) is { } held ? new(held.Scope, held.EndAt(now)) : null;
    }

    /// <summary>Counts one mail. Call it inside WriteAsync, with the mail. Null: it may go.</summary>
    public async Task<Held?> TakeAsync(ReaderAddress address, IPAddress? from, DateTimeOffset now, CancellationToken stop)
    {
        if (await FindAsync(address, from, now, stop) is { } full) return full;

        foreach (var count in Of(address, from))
        {
            var (key, end) = (count.KeyAt(now), count.EndAt(now));
            object at = newspaper is SqliteNewspaper ? end.ToUnixTimeMilliseconds() : end;
            // One statement that both databases know: two nodes count on, and the last one that fits is taken by one of them.
            var taken = await newspaper.Database.ExecuteSqlAsync($"INSERT INTO brake_counts (key, times, ends_at) VALUES ({key}, 1, {at}) ON CONFLICT (key) DO UPDATE SET times = brake_counts.times + 1 WHERE brake_counts.times < {count.Limit}", stop);
            if (taken == 0) return new(count.Scope, end);
            if (count.Scope == Held.Altogether) await TellWhenFullAsync(key, count.Limit, now, stop);
        }
        return null;
    }

    // By who fills it: those who come after are held without writing anything.
    private async Task TellWhenFullAsync(string key, int limit, DateTimeOffset now, CancellationToken stop)
    {
        if (await newspaper.BrakeCounts.AsNoTracking().Where(row => row.Key == key).Select(row => row.Times).SingleAsync(stop) < limit) return;

        var staff = (await newspaper.StaffWhoMayAsync(Permission.RunMachine, stop)).Concat(await newspaper.StaffWhoMayAsync(Permission.RunPaper, stop));
        newspaper.Tell(Notice, staff.Select(member => member.By).Distinct(), (null, "broadsheet"), limit.ToString(CultureInfo.InvariantCulture), "/newsroom/status", now);
    }

    private List<Count> Of(ReaderAddress address, IPAddress? from) =>
    [
        new(Held.Address, Convert.ToHexStringLower(address.Hash), machine.Readers.MailsToAddress, Day),
        new(Held.Network, NetworkOf(from), machine.Readers.MailsFromNetwork, Hour),
        new(Held.Altogether, "all", machine.Readers.MailsAltogether, Hour),
    ];

    /// <summary>The /24 or /56 of an address: what one household, office or attacker holds at least.</summary>
    internal static string NetworkOf(IPAddress? from)
    {
        if (from is null) return "unknown";
        var bytes = (from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from).GetAddressBytes();
        bytes.AsSpan(bytes.Length == 4 ? 3 : 7).Clear();
        return new IPAddress(bytes).ToString();
    }
}
