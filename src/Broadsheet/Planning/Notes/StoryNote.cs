using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Planning.Notes;

public enum StoryNoteKind { Note, Contact, Document, AskedForComment }

/// <summary>
/// What a reporter knows and readers must not: a number, a document, who was asked for comment. Only who may edit the story sees it; no
/// export, no API and no page of the paper reads this table.
/// </summary>
[StaysInNewsroom]
public sealed class StoryNote(long articleId, long by, DateTimeOffset at)
{
    public long Id { get; private set; }
    public long ArticleId { get; private set; } = articleId;
    public StoryNoteKind Kind { get; set; }

    /// <summary>A person, or what the document is.</summary>
    public string Who { get; set; } = "";

    /// <summary>Telephone, address, or where the document lies.</summary>
    public string Where { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>When she was asked for comment.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    public string Answer { get; set; } = "";
    public DateTimeOffset? AnsweredAt { get; set; }
    public long By { get; private set; } = by;
    public DateTimeOffset At { get; private set; } = at;
    public long Revision { get; private set; } = 1;

    public void Changed() => Revision++;
}

internal sealed class StoryNoteTable : IEntityTypeConfiguration<StoryNote>
{
    public void Configure(EntityTypeBuilder<StoryNote> note)
    {
        note.ToTable("story_notes");
        note.Property(row => row.Revision).IsConcurrencyToken();
        note.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class StoryNoteSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<StoryNote> StoryNotes => newspaper.Set<StoryNote>();
    }
}
