using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Webhooks.Sending;

/// <summary>Looks each second who has something to be told, and gives each of them a lane of its own: one that is slow holds up nobody else.</summary>
public sealed partial class WebhookRound(IServiceScopeFactory scopes, WebhookSender sender, MachineSettings machine, TimeProvider clock, ILogger<WebhookRound> log) : Rounds("Sending webhooks", TimeSpan.FromSeconds(1), log)
{
    // What is under way as the program ends is given this long to be answered: cut off, it would be sent again.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Dictionary<long, Task> _lanes = [];
    private readonly CancellationTokenSource _end = new();

    protected override bool IsOn => machine.MayReachOutside;

    protected override async Task RoundAsync(CancellationToken stop)
    {
        foreach (var done in _lanes.Where(lane => lane.Value.IsCompleted).Select(lane => lane.Key).ToList()) _lanes.Remove(done);
        foreach (var receiver in await WaitingAsync(stop))
            if (!_lanes.ContainsKey(receiver)) _lanes[receiver] = LaneAsync(receiver, stop, _end.Token);
    }

    /// <summary>Sends all that is due, until nothing is or nobody takes it.</summary>
    public async Task SendDueAsync(CancellationToken stop)
    {
        foreach (var receiver in await WaitingAsync(stop)) await LaneAsync(receiver, stop, stop);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _end.CancelAfter(Grace);
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_lanes.Values);
    }

    private async Task<List<long>> WaitingAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var now = clock.GetUtcNow();
        var due = newspaper.WebhookDeliveries.Due(now);
        return await newspaper.WebhookReceivers.Where(row => row.IsOn && row.PausedAt == null && (row.RestsUntil == null || row.RestsUntil <= now)
            && due.Any(waiting => waiting.ReceiverId == row.Id)).Select(row => row.Id).ToListAsync(stop);
    }

    private async Task LaneAsync(long receiver, CancellationToken stop, CancellationToken sending)
    {
        await OffTheSocket.Now();
        try
        {
            while (!stop.IsCancellationRequested && await sender.SendNextAsync(receiver, sending)) { }
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // What it held is taken up again when the hold is over.
        }
        catch (Exception problem)
        {
            LaneStumbled(problem, receiver);
        }
    }

    public override void Dispose()
    {
        _end.Dispose();
        base.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending to webhook receiver {Receiver} stumbled; it goes on in a moment")]
    private partial void LaneStumbled(Exception problem, long receiver);
}
