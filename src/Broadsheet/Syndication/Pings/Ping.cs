using Broadsheet.Storage.Changes;

namespace Broadsheet.Syndication.Pings;

public enum PingKind
{
    /// <summary>A hub is told that a feed is new (WebSub).</summary>
    Hub,

    /// <summary>Search engines are told that a page is new or gone (IndexNow).</summary>
    IndexNow,
}

/// <summary>Somebody outside is to be told that something of ours is new. What is to be told twice is told once: a row stands for both.</summary>
[StaysInNewsroom]
public sealed class Ping(PingKind kind, string target, string subject, DateTimeOffset dueAt)
{
    /// <summary>After so many it is left; the next news of the same thing begins anew. With the pauses between them it is most of a day.</summary>
    public const int MostAttempts = 10;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    public long Id { get; private set; }
    public PingKind Kind { get; private set; } = kind;

    /// <summary>Who is told: a whole address.</summary>
    public string Target { get; private set; } = target;

    /// <summary>What is new: the whole address of a feed or a page.</summary>
    public string Subject { get; private set; } = subject;

    public DateTimeOffset DueAt { get; internal set; } = dueAt;
    public int Attempts { get; private set; }

    /// <summary>Why it could not be told last; for the newsroom.</summary>
    public string? Problem { get; private set; }

    /// <summary>There is news again.</summary>
    public void Again(DateTimeOffset now) => (DueAt, Attempts, Problem) = (now, 0, null);

    public void Failed(string problem, DateTimeOffset now)
    {
        (Attempts, Problem) = (Attempts + 1, problem.Length <= 300 ? problem : problem[..300]);
        var pause = TimeSpan.FromSeconds(15 * Math.Pow(4, Attempts - 1));
        DueAt = now + (pause < Longest ? pause : Longest);
    }
}
