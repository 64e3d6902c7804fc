using Broadsheet.Machine;

namespace Broadsheet.Paper.Press.Disk;

/// <summary>
/// Makes the pages that readers wanted most as soon as the program answers, brings new pages to disk a second after they were made, and
/// once an hour takes away what is not true any more.
/// </summary>
internal sealed partial class PageKeeping(PagePress press, PageKeeper keeper, PressSettings settings, TimeProvider clock, ILogger<PageKeeping> log) : AfterStart
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);
    private const int MostWanted = 50;

    private long _swept;
    private bool _isStuck;

    protected override async Task WorkAsync(CancellationToken stop)
    {
        _swept = clock.GetTimestamp();
        if (settings.MakesAhead) await TryAsync(WarmAsync, stop);
        while (!stop.IsCancellationRequested)
        {
            await TryAsync(KeepAsync, stop);
            await OffTheSocket.RestAsync(Rest, stop);
        }
    }

    /// <summary>What was made in the last second comes to disk, too.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(async stop =>
        {
            await keeper.WriteAsync(press.Store, press.Freshness, stop);
            keeper.WriteWanted(press.MostWanted(MostWanted));
        }, cancellationToken);
    }

    private async Task WarmAsync(CancellationToken stop)
    {
        foreach (var name in keeper.WantedBefore().Prepend("/").Distinct(StringComparer.Ordinal).Take(MostWanted))
        {
            if (stop.IsCancellationRequested || !press.IsOn) return;
            await press.MakeAsync(name);
        }
    }

    private async Task KeepAsync(CancellationToken stop)
    {
        await keeper.WriteAsync(press.Store, press.Freshness, stop);
        if (clock.GetElapsedTime(_swept) < BetweenSweeps) return;

        _swept = clock.GetTimestamp();
        keeper.WriteWanted(press.MostWanted(MostWanted));
        await keeper.SweepAsync(press.Freshness, stop);
    }

    private async Task TryAsync(Func<CancellationToken, Task> act, CancellationToken stop)
    {
        try
        {
            await act(stop);
            _isStuck = false;
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            // A full disk or a database that is away: said once, not every second.
            if (!_isStuck) Stumbled(problem);
            _isStuck = true;
        }
        catch (Exception)
        {
            // The program stops; what is not on disk is made again.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Made pages could not be kept on disk; they are made again after a restart")]
    private partial void Stumbled(Exception problem);
}
