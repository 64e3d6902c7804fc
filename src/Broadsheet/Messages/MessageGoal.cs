namespace Broadsheet.Messages;

/// <summary>What is wanted within a time: all gifts of the edition in that currency count towards it.</summary>
/// <param name="From">The first day, on the clock of the books.</param>
/// <param name="Until">The last day.</param>
public sealed record MessageGoal(long Minor, string Currency, DateOnly From, DateOnly Until)
{
    /// <summary>The most that can be wanted, in whole units.</summary>
    public const decimal Largest = 1_000_000_000;
}
