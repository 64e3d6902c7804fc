using Broadsheet.Machine;
using Broadsheet.Outbound;
using Broadsheet.Paper;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Pings;

/// <summary>
/// Tells those outside what is new, all that waits for one of them together. Who is being told has a lease, so that of two nodes one tells;
/// news that comes meanwhile puts the row back, and it is told again.
/// </summary>
public sealed partial class PingRound(IServiceScopeFactory scopes, OutboundClient outside, PaperOrigin origin, MachineSettings machine, TimeProvider clock, ILogger<PingRound> log)
    : Rounds("Telling hubs and search engines", TimeSpan.FromSeconds(1), log)
{
    // An address may have 100 letters of UTF-8, encoded three times as long.
    private const int Together = 50;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    protected override bool IsOn => machine.MayReachOutside;

    protected override async Task RoundAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await TellNextAsync(stop)) { }
    }

    /// <summary>Tells the one who waits longest. False when nobody waits.</summary>
    public async Task<bool> TellNextAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var now = clock.GetUtcNow();
        if (await newspaper.Pings.AsNoTracking().Due(now).OrderBy(row => row.DueAt).ThenBy(row => row.Id).FirstOrDefaultAsync(stop) is not { } first) return false;

        var until = now + Lease;
        var pings = await newspaper.WriteAsync(async () =>
        {
            var mine = await newspaper.Pings.Due(now).Where(row => row.Target == first.Target && row.Kind == first.Kind).OrderBy(row => row.Id).Take(Together).ToListAsync(stop);
            foreach (var ping in mine) ping.DueAt = until;
            await newspaper.SaveChangesAsync(stop);
            return mine;
        }, stop);
        if (pings.Count == 0) return true;

        var problem = await TellAsync(first.Kind, first.Target, [.. pings.Select(ping => ping.Subject)], newspaper, stop);
        if (problem is not null) NotTold(first.Kind, problem);
        await NoteAsync(newspaper, [.. pings.Select(ping => ping.Id)], until, problem, stop);
        return true;
    }

    private async Task<string?> TellAsync(PingKind kind, string target, IReadOnlyList<string> subjects, Newspaper newspaper, CancellationToken stop)
    {
        try
        {
            using var letter = kind == PingKind.Hub ? PingLetter.ToHub(subjects) : PingLetter.ToEngines(subjects, await newspaper.SettingAsync<IndexNow>(stop), origin);
            var status = await outside.PostAsync(new Uri(target), letter, kind == PingKind.Hub ? "tells of news in its feeds" : "tells of news on its pages", stop);
            return (int)status is >= 200 and < 300 ? null : $"{(int)status} {status}";
        }
        catch (OutboundException refused)
        {
            return refused.Message;
        }
    }

    // What was put back meanwhile has another time, and stays.
    private async Task NoteAsync(Newspaper newspaper, IReadOnlyList<long> ids, DateTimeOffset until, string? problem, CancellationToken stop) => await newspaper.WriteAsync(async () =>
    {
        newspaper.ChangeTracker.Clear();
        foreach (var ping in await newspaper.Pings.Where(row => ids.Contains(row.Id) && row.DueAt == until).ToListAsync(stop))
        {
            if (problem is null) newspaper.Pings.Remove(ping);
            else ping.Failed(problem, clock.GetUtcNow());
        }
        await newspaper.SaveChangesAsync(stop);
    }, stop);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind}: not told, tried again later ({Problem})")]
    private partial void NotTold(PingKind kind, string problem);
}
