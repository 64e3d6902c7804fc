namespace Broadsheet.Tests;

/// <summary>Real time, moved on at will. Timers run in real time, so that the worker of jobs looks every second.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + _ahead;
}
