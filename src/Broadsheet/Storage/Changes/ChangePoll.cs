using Broadsheet.Machine;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Storage.Changes;

/// <summary>
/// Reads what other processes changed (other nodes, commands on the same data), two or three times a second by the machine's clock.
/// Ids may appear out of order, since transactions commit out of order on PostgreSQL: a gap is waited for.
/// </summary>
public sealed partial class ChangePoll(IServiceScopeFactory scopes, ChangeFeed feed, TimeProvider clock, ILogger<ChangePoll> log) : BackgroundService
{
    /// <summary>How often it looks. Promise 33 gives another node a second.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(400);

    /// <summary>How long rows are kept. A node that was away for longer trusts nothing it has.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    // An id that does not appear for so long belongs to a transaction that was rolled back.
    private static readonly TimeSpan GapPatience = TimeSpan.FromSeconds(30);

    private const int Most = 2000;

    private readonly SemaphoreSlim _woken = new(0);
    private readonly SortedSet<long> _seen = [];
    private long _below;
    private DateTimeOffset _gapSince;
    private DateTimeOffset _clearedAt;
    private bool _began;

    /// <summary>Looks for the first time before the program answers anybody: what is committed later than that look is told.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await OffTheSocket.Now();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await ClearAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                CannotLook(problem);
            }
            await RestAsync(stoppingToken);
        }
    }

    /// <summary>Has it look now rather than when its rest is over.</summary>
    internal void Wake()
    {
        if (_woken.CurrentCount == 0) _woken.Release();
    }

    private async Task RestAsync(CancellationToken stop)
    {
        try
        {
            await _woken.WaitAsync(Every, stop);
        }
        catch (OperationCanceledException)
        {
            // The program stops; the loop sees it too.
        }
    }

    public override void Dispose()
    {
        _woken.Dispose();
        base.Dispose();
    }

    /// <summary>Tells what is new since the last look.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<Newspaper>().Set<Invalidation>().AsNoTracking();
        if (!_began)
        {
            // Nothing was made yet, so the past is of no account; what is still under way has an id near the last one.
            _below = Math.Max(0, (await rows.MaxAsync(row => (long?)row.Id, stop) ?? 0) - 200);
            _seen.UnionWith(await rows.Where(row => row.Id > _below).Select(row => row.Id).ToListAsync(stop));
            _began = true;
        }

        var found = await rows.Where(row => row.Id > _below).OrderBy(row => row.Id).Take(Most).Select(row => new { row.Id, row.Keys }).ToListAsync(stop);
        if (found.Count == Most)
        {
            feed.TellLost();
            (_below, _) = (found[^1].Id, _seen.RemoveWhere(id => id <= found[^1].Id));
            return;
        }
        foreach (var row in found.Where(row => _seen.Add(row.Id)))
        {
            if (!feed.WasOwn(row.Id)) feed.Tell(row.Keys.Split('\n'));
        }
        CloseGaps();
    }

    private void CloseGaps()
    {
        var now = clock.GetUtcNow();
        while (_seen.Count > 0)
        {
            var next = _seen.Min;
            if (next != _below + 1)
            {
                if (_gapSince == default) _gapSince = now;
                if (now - _gapSince < GapPatience) return;
            }
            _gapSince = default;
            _below = next;
            _seen.Remove(next);
        }
    }

    private async Task ClearAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now - _clearedAt < TimeSpan.FromHours(1)) return;

        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var oldest = now - Kept;
        if (await newspaper.Set<Invalidation>().AnyAsync(row => row.MadeAt < oldest, stop))
            await newspaper.WriteAsync(() => newspaper.Set<Invalidation>().Where(row => row.MadeAt < oldest).ExecuteDeleteAsync(stop), stop);
        _clearedAt = now;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What others changed could not be read; it is tried again at once")]
    private partial void CannotLook(Exception problem);
}
