using Broadsheet.Accounts;

namespace Broadsheet.Today;

/// <summary>Something that waits for one person, on her first page: a key that is asked of her, a comment that names her.</summary>
/// <param name="Why">In her words, such as "wants your key".</param>
/// <param name="At">Since when it waits; the oldest stands first.</param>
public sealed record TodayLine(string Text, string Href, string Why, DateTimeOffset At)
{
    /// <summary>Readers see something wrong until it is done: it stands before everything else.</summary>
    public bool IsUrgent { get; init; }
}

/// <summary>What a feature has waiting for whoever opens the newsroom. Features register theirs.</summary>
public interface ITodayLines
{
    Task<IReadOnlyList<TodayLine>> ForAsync(Staff staff, CancellationToken stop);
}
