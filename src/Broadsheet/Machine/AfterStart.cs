namespace Broadsheet.Machine;

/// <summary>
/// A background service whose work begins once the program answers: a start has only so many cores, and a first question to the database
/// costs each service tens of milliseconds of compiling. What must be done before anybody is answered is no such service.
/// </summary>
public abstract class AfterStart : BackgroundService, IHostedLifecycleService
{
    private readonly TaskCompletionSource _answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs while the program does. What it throws ends the program, as the host has it with every service.</summary>
    protected abstract Task WorkAsync(CancellationToken stop);

    // The host watches this task from the start, so the waiting is part of it.
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _began.TrySetResult();
        await _answers.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // A database's or mail server's socket would bring its work to the sockets' thread otherwise.
        await OffTheSocket.Now();
        // A start that fails is given up before anything is answered.
        if (!stoppingToken.IsCancellationRequested) await WorkAsync(stoppingToken);
    }

    // Taken back before the pool began it, it would look failed to a host that goes on (which stops one service by hand), and end the program.
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        if (ExecuteTask is { } work) await Task.WhenAny(_began.Task, work);
        await base.StopAsync(cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _answers.TrySetResult();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
