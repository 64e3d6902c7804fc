using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Bulk;

public enum BulkState
{
    /// <summary>The archive is being looked through; nothing is changed.</summary>
    Looking,

    /// <summary>Everything that it would change is shown; nothing is changed.</summary>
    Ready,
    Running,
    Done,
    TakingBack,
    TakenBack,
}

/// <summary>What is done to many stories: words replaced, or the same facts set.</summary>
public sealed record BulkChange
{
    public string Find { get; init; } = "";
    public string Replace { get; init; } = "";
    public bool MatchesCase { get; init; } = true;
    public bool WholeWords { get; init; } = true;

    /// <summary>What is put in gets the capitals of what it replaces; of use where capitals do not matter.</summary>
    public bool FollowsCase { get; init; } = true;

    /// <summary>Places inside quotations are ticked, too.</summary>
    public bool Quotations { get; init; }

    public Guid? Section { get; init; }
    public Guid? AddTopic { get; init; }
    public Guid? RemoveTopic { get; init; }

    /// <summary>0: given to nobody. Null: left as it is.</summary>
    public long? AssignTo { get; init; }
    public string? Stage { get; init; }

    public bool IsReplacement => Find.Length > 0;
    public bool IsEmpty => this is { IsReplacement: false, Section: null, AddTopic: null, RemoveTopic: null, AssignTo: null, Stage: null };

    /// <summary>Whether what stories say is changed, and not only what the newsroom means to do with them.</summary>
    public bool ChangesContent => IsReplacement || Section is not null || AddTopic is not null || RemoveTopic is not null;
}

/// <summary>One change of many stories: looked for, shown, done and taken back as one.</summary>
[StaysInNewsroom]
public sealed class BulkAct(BulkChange change, string scope, long by, DateTimeOffset madeAt)
{
    public long Id { get; private set; }
    public BulkChange Change { get; private set; } = change;

    /// <summary>The list whose stories are meant, as its address says it; or their numbers: "ids=3,7".</summary>
    public string Scope { get; private set; } = scope;

    public long By { get; private set; } = by;
    public DateTimeOffset MadeAt { get; private set; } = madeAt;
    public BulkState State { get; set; } = BulkState.Looking;

    /// <summary>Why, in the words of who did it: each version says so.</summary>
    public string Reason { get; set; } = "";

    /// <summary>How far the archive was looked through, or the lines were worked through.</summary>
    public long Cursor { get; set; }
    public int Total { get; set; }
    public int Done { get; set; }
    public long Revision { get; set; } = 1;
}

public enum BulkOutcome { Planned, LeftOut, Changed, Skipped, TakenBack, Refused }

/// <summary>One story of such an act: what would change, whether it shall, and what came of it.</summary>
[StaysInNewsroom]
public sealed class BulkLine
{
    public long Id { get; private set; }
    public long ActId { get; init; }
    public long ArticleId { get; init; }
    public string Headline { get; init; } = "";
    public bool IsPublished { get; init; }
    public IReadOnlyList<BulkHit> Hits { get; set; } = [];

    /// <summary>What stands there now, where readers see something that the draft no longer says.</summary>
    public long Revision { get; init; }

    public bool IsChosen { get; set; } = true;

    /// <summary>Readers get it, too. Ticked by hand, story by story.</summary>
    public bool IsShown { get; set; }
    public BulkOutcome Outcome { get; set; }
    public string Why { get; set; } = "";
    public ContentChange? Done { get; set; }
    public PlanChange? Plan { get; set; }
}

/// <summary>Whose it was and where, before.</summary>
public sealed record PlanChange(long? AssignedTo, string Stage);

internal sealed class BulkActTable : IEntityTypeConfiguration<BulkAct>
{
    public void Configure(EntityTypeBuilder<BulkAct> act)
    {
        act.ToTable("bulk_acts");
        act.Property(row => row.Change).AsJson();
        act.Property(row => row.Revision).IsConcurrencyToken();
    }
}

internal sealed class BulkLineTable : IEntityTypeConfiguration<BulkLine>
{
    public void Configure(EntityTypeBuilder<BulkLine> line)
    {
        line.ToTable("bulk_lines");
        line.Property(row => row.Hits).AsJson();
        line.Property(row => row.Done).AsJson();
        line.Property(row => row.Plan).AsJson();
        line.HasOne<BulkAct>().WithMany().HasForeignKey(row => row.ActId).OnDelete(DeleteBehavior.Cascade);
        // A draft that was deleted since needs no taking back.
        line.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
        line.HasIndex(row => new { row.ActId, row.Id });
    }
}

public static class BulkSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<BulkAct> BulkActs => newspaper.Set<BulkAct>();
        public DbSet<BulkLine> BulkLines => newspaper.Set<BulkLine>();
    }
}
