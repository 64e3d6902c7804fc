using Broadsheet.Newsletters.Issues;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Newsletters.Archive;

/// <summary>
/// An issue as readers find it on the web, from the moment it begins to go out: its words and which stories it had. The stories themselves are
/// shown as they stand now; one that was taken from readers is gone from here, too.
/// </summary>
public sealed class ArchivedIssue(Guid publicId, long newsletterId, string subject, string intro, Guid? picture, IReadOnlyList<long> stories, DateTimeOffset sentAt)
{
    public ArchivedIssue(Issue issue, DateTimeOffset sentAt) : this(issue.PublicId, issue.NewsletterId, issue.Subject, issue.Intro, issue.Picture, issue.Stories, sentAt) { }

    public long Id { get; private set; }

    /// <summary>The issue's own.</summary>
    public Guid PublicId { get; private set; } = publicId;

    public long NewsletterId { get; private set; } = newsletterId;

    /// <summary>Empty: the headline of its first story.</summary>
    public string Subject { get; private set; } = subject;

    public string Intro { get; private set; } = intro;

    /// <summary>Public id of the one above the words.</summary>
    public Guid? Picture { get; private set; } = picture;

    public IReadOnlyList<long> Stories { get; private set; } = stories;
    public DateTimeOffset SentAt { get; private set; } = sentAt;

    /// <summary>Where it stands, within its edition.</summary>
    public static string PathOf(Newsletter newsletter, Guid issue) => $"/newsletters/{newsletter.Slug}/{issue:N}";
}

internal sealed class ArchivedIssueTable : IEntityTypeConfiguration<ArchivedIssue>
{
    public void Configure(EntityTypeBuilder<ArchivedIssue> issue)
    {
        issue.ToTable("archived_issues");
        issue.HasIndex(row => row.PublicId).IsUnique();
        issue.HasIndex(row => new { row.NewsletterId, row.SentAt });
        issue.Property(row => row.Stories).AsJson();
        issue.HasOne<Newsletter>().WithMany().HasForeignKey(row => row.NewsletterId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class ArchivedIssueSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<ArchivedIssue> ArchivedIssues => newspaper.Set<ArchivedIssue>();
    }
}
