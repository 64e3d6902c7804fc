using Broadsheet.Storage.Changes;

namespace Broadsheet.CopyDesk.Archive;

/// <summary>The desk read everything that is published: when, how far it came, and what it found a story.</summary>
[StaysInNewsroom]
public sealed class ArchiveRun(long by, DateTimeOffset startedAt, int stories)
{
    public long Id { get; private set; }
    public long By { get; private set; } = by;
    public DateTimeOffset StartedAt { get; private set; } = startedAt;

    /// <summary>How many there were when it began.</summary>
    public int Stories { get; private set; } = stories;

    public int Done { get; private set; }
    public int Found { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public void Advance(int stories, int found) => (Done, Found) = (Done + stories, Found + found);

    public void End(DateTimeOffset now) => EndedAt = now;
}

/// <summary>What was found in one story.</summary>
[StaysInNewsroom]
public sealed class ArchiveFinding(long runId, long articleId, string headline, int count, IReadOnlyList<Finding> findings)
{
    public long Id { get; private set; }
    public long RunId { get; private set; } = runId;
    public long ArticleId { get; private set; } = articleId;
    public string Headline { get; private set; } = headline;
    public int Count { get; private set; } = count;
    public IReadOnlyList<Finding> Findings { get; private set; } = findings;
}

/// <summary>A part of a run that is still to be read.</summary>
public sealed record ArchivePart(long Run, long AfterArticle);
