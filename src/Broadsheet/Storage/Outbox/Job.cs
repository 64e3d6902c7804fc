using Broadsheet.Storage.Changes;

namespace Broadsheet.Storage.Outbox;

/// <summary>A piece of work that must survive a restart, written down with the change that asks for it.</summary>
[StaysInNewsroom]
public sealed class Job
{
    public Job(string kind, string payload, DateTimeOffset dueAt, string key) => (Kind, Payload, DueAt, Key) = (kind, payload, dueAt, key);

    public long Id { get; private set; }

    /// <summary>The name of the class that runs it.</summary>
    public string Kind { get; private set; }

    /// <summary>JSON of what the class is given.</summary>
    public string Payload { get; private set; }

    public DateTimeOffset DueAt { get; internal set; }

    /// <summary>Unique: the same effect cannot be written down twice.</summary>
    public string Key { get; private set; }

    /// <summary>How often it was begun, also by which of two nodes it was begun first.</summary>
    public int Attempts { get; internal set; }

    public DateTimeOffset? DoneAt { get; internal set; }

    /// <summary>Why the last attempt failed; kept for the newsroom's eyes. After <see cref="JobWorker.MostAttempts"/> it stays undone.</summary>
    public string? Problem { get; internal set; }
}
