using System.Runtime.CompilerServices;

namespace Broadsheet.Machine;

/// <summary>
/// With inline completions the code behind an await of a socket runs on the thread that serves all sockets, where nothing may ever
/// block. What is not a hit therefore runs under a context that posts every continuation to the pool. Measured by others and here:
/// one Task.Yield is not enough, since the next await of a body comes back inline.
/// </summary>
public sealed class OffTheSocket : SynchronizationContext
{
    private static readonly OffTheSocket Pool = new();

    /// <summary>Await it: what follows runs on the pool, and so does everything after later awaits.</summary>
    /// <remarks>A background service begins with it: a driver's socket (PostgreSQL, mail) would bring it to the sockets' thread otherwise.</remarks>
    public static Hop Now() => default;

    /// <summary>Waits for a time of the machine's clock, or until it is stopped, which throws nothing; and stays off the socket.</summary>
    public static ConfiguredTaskAwaitable RestAsync(TimeSpan time, CancellationToken stop) =>
        Task.Delay(time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    public override void Post(SendOrPostCallback d, object? state) =>
        ThreadPool.UnsafeQueueUserWorkItem(static work => Run(work.d, work.state), (d, state), preferLocal: false);

    public override void Send(SendOrPostCallback d, object? state) => Run(d, state);

    public override SynchronizationContext CreateCopy() => this;

    private static void Run(SendOrPostCallback act, object? state)
    {
        var before = Current;
        SetSynchronizationContext(Pool);
        try
        {
            act(state);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public readonly struct Hop : ICriticalNotifyCompletion
    {
        public Hop GetAwaiter() => this;
        public bool IsCompleted => false;
        public void GetResult() { }
        public void OnCompleted(Action continuation) => Pool.Post(static act => ((Action)act!)(), continuation);
        public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
    }
}
