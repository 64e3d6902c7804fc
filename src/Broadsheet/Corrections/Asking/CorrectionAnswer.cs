using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Corrections.Asking;

public enum AnswerKind { None, Correction, Developing }

/// <summary>Somebody changed what readers see and was asked whether they must be told; what she answered is kept.</summary>
[StaysInNewsroom]
public sealed class CorrectionAnswer(long articleId, int fromVersion, int toVersion, AnswerKind answer, string why, long by, DateTimeOffset at)
{
    public long Id { get; private set; }
    public long ArticleId { get; private set; } = articleId;
    public int FromVersion { get; private set; } = fromVersion;
    public int ToVersion { get; private set; } = toVersion;
    public AnswerKind Answer { get; private set; } = answer;
    public string Why { get; private set; } = why;
    public long By { get; private set; } = by;
    public DateTimeOffset At { get; private set; } = at;
    public long? CorrectionId { get; init; }

    /// <summary>What the question showed.</summary>
    public IReadOnlyList<KeptChange> Changes { get; init; } = [];
}

/// <summary>
/// A story that changes by the hour: it is asked about once, when it has settled. It settles when somebody says so, or when nothing
/// went out for a day.
/// </summary>
[StaysInNewsroom]
public sealed class DevelopingStory(long articleId, int fromVersion, DateTimeOffset until)
{
    public static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    public long ArticleId { get; private set; } = articleId;

    /// <summary>What readers saw before it began to change unasked.</summary>
    public int FromVersion { get; private set; } = fromVersion;

    public DateTimeOffset Until { get; private set; } = until;

    public bool HasSettledAt(DateTimeOffset now) => now >= Until;

    public void WentOutAgain(DateTimeOffset now) => Until = now + Rest;
}

internal sealed class CorrectionAnswerTable : IEntityTypeConfiguration<CorrectionAnswer>
{
    public void Configure(EntityTypeBuilder<CorrectionAnswer> answer)
    {
        answer.ToTable("correction_answers");
        answer.Property(row => row.Changes).AsJson();
        answer.HasIndex(row => row.ArticleId);
    }
}

internal sealed class DevelopingStoryTable : IEntityTypeConfiguration<DevelopingStory>
{
    public void Configure(EntityTypeBuilder<DevelopingStory> story)
    {
        story.ToTable("developing_stories");
        story.HasKey(row => row.ArticleId);
        story.Property(row => row.ArticleId).ValueGeneratedNever();
        story.HasIndex(row => row.Until);
    }
}
