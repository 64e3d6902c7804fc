namespace Broadsheet.Machine;

/// <summary>
/// A background service that does something, rests, and does it again while the program runs. What goes wrong is logged and tried
/// again after the rest: whatever must not be lost is a row, which is still there.
/// </summary>
/// <param name="who">Begins the line of the log, such as "The sender of mail".</param>
public abstract partial class Rounds(string who, TimeSpan rest, ILogger log) : AfterStart
{
    /// <summary>What the machine's settings say of it. Asked once.</summary>
    protected virtual bool IsOn => true;

    /// <summary>Whether the first round can wait: nothing is due as soon as the program starts.</summary>
    protected virtual bool RestsFirst => false;

    protected abstract Task RoundAsync(CancellationToken stop);

    /// <summary>Done once more when the program stops, after the last round. What goes wrong there is logged and keeps no program from ending.</summary>
    protected virtual Task EndAsync(CancellationToken stop) => Task.CompletedTask;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await EndAsync(cancellationToken);
        }
        catch (Exception problem)
        {
            Stumbled(problem, who);
        }
    }

    protected sealed override async Task WorkAsync(CancellationToken stop)
    {
        if (!IsOn) return;
        if (RestsFirst) await OffTheSocket.RestAsync(rest, stop);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stop);
            }
            catch (Exception problem) when (stop.IsCancellationRequested || problem is ObjectDisposedException)
            {
                // What it stands on may be gone before it.
                return;
            }
            catch (Exception problem)
            {
                Stumbled(problem, who);
            }
            await OffTheSocket.RestAsync(rest, stop);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Who} stumbled; it goes on in a moment")]
    private partial void Stumbled(Exception problem, string who);
}
