using System.Diagnostics;
using Broadsheet.Machine;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Storage.Changes;

/// <summary>
/// Reads what other processes changed (other nodes, commands on the same data), two or three times a second by the machine's clock.
/// </summary>
public sealed partial class ChangePoll(IServiceScopeFactory scopes, ChangeFeed feed, TimeProvider clock, ILogger<ChangePoll> log) : AfterStart
{
    /// <summary>How often it looks. Promise 33 gives another node a second.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(400);

    /// <summary>How long rows are kept. A node that was away for longer trusts nothing it has.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private const int Most = 2000;

    // Not disposed: it holds nothing, and a hint may still come when the program ends.
    private readonly SemaphoreSlim _woken = new(0);
    private SeenRows? _seen;
    private bool _isCut;
    private DateTimeOffset _clearedAt;

    /// <summary>Looks for the first time before the program answers anybody: what is committed later than that look is told.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stop);
                await ClearAsync(stop);
                _isCut = false;
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                // Once for each time that it is cut, not at every look.
                if (!_isCut) CannotLook(problem);
                _isCut = true;
            }
            await RestAsync(stop);
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

    /// <summary>Tells what is new since the last look.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<Newspaper>().Set<Invalidation>().AsNoTracking();
        // Nothing was made yet, so the past is of no account.
        var seen = _seen ??= await rows.SeenUntilNowAsync(stop);

        var found = await rows.Where(row => row.Id > seen.Below).OrderBy(row => row.Id).Take(Most).Select(row => new { row.Id, row.Keys }).ToListAsync(stop);
        if (found.Count == Most)
        {
            feed.TellLost();
            seen.SkipTo(found[^1].Id);
            return;
        }
        // What is committed here this very moment is told by who commits it, and looked at again.
        foreach (var row in found.Where(row => !seen.Contains(row.Id) && !feed.IsBeingTold(row.Id)))
        {
            seen.Add(row.Id);
            if (!feed.WasOwn(row.Id)) feed.Tell(row.Keys.Split('\n'));
        }
        seen.CloseGaps(clock.GetUtcNow());
        feed.Heard(began, seen.Below);
    }

    private async Task ClearAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now - _clearedAt < TimeSpan.FromHours(1)) return;

        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var oldest = now - Kept;
        // The last one stays: by it a page on disk is known to be true after a week without news.
        var old = newspaper.Set<Invalidation>().Where(row => row.MadeAt < oldest && row.Id < newspaper.Set<Invalidation>().Max(one => one.Id));
        if (await old.AnyAsync(stop)) await newspaper.WriteAsync(() => old.ExecuteDeleteAsync(stop), stop);
        _clearedAt = now;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What others changed could not be read; it is tried again until it succeeds")]
    private partial void CannotLook(Exception problem);
}
