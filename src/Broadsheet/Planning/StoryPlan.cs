using Broadsheet.Articles;
using Broadsheet.Storage.Changes;
using Broadsheet.Web;

namespace Broadsheet.Planning;

/// <summary>Why a story must not go out, and who says so.</summary>
public sealed record Hold(string Reason, long By, DateTimeOffset At);

/// <summary>
/// What the newsroom means to do with a story: how far it is, who has it, when it is wanted. It is apart from the article, so that no
/// reader's page reads it. A story without one is at the paper's first stage and nobody's.
/// </summary>
[StaysInNewsroom]
public sealed class StoryPlan(long articleId)
{
    public long ArticleId { get; private set; } = articleId;

    /// <summary>Key of the stage it was moved to; empty: the paper's first. What is scheduled, out or withdrawn is told by the article itself.</summary>
    public string Stage { get; private set; } = "";

    public DateTimeOffset? StageSince { get; private set; }

    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The day it is meant for, by the edition's calendar.</summary>
    public DateOnly? PlannedFor { get; set; }

    /// <summary>What the desk should know. Readers never see it.</summary>
    public string Note { get; set; } = "";

    public Hold? Hold { get; private set; }

    /// <summary>An obituary, or another story that is kept until its day.</summary>
    public bool IsKeptReady { get; private set; }

    public DateTimeOffset? ReadOverAt { get; private set; }
    public long? ReadOverBy { get; private set; }

    /// <summary>When it went out as a flash: what is missing is wanted from then on. Null: never, or it has been filled.</summary>
    public DateTimeOffset? FlashedAt { get; private set; }

    /// <summary>Grows with every change; whoever changes the plan says which one she saw.</summary>
    public long Revision { get; private set; } = 1;

    /// <exception cref="ArticleException">Somebody moved it meanwhile.</exception>
    public void MoveTo(Stage stage, DateTimeOffset now) => (Stage, StageSince, Revision) = (stage.Key, now, Revision + 1);

    /// <exception cref="ArticleException">Somebody changed the plan since.</exception>
    public void DemandRevision(long seen)
    {
        if (seen != Revision) throw new ArticleException(Text.T("plan.stale"));
    }

    public void Changed() => Revision++;

    public void PutOnHold(string reason, long by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new ArticleException(Text.T("hold.sayWhy"));
        (Hold, Revision) = (new Hold(reason.Trim(), by, now), Revision + 1);
    }

    public void LiftHold(string reason)
    {
        if (Hold is null) throw new ArticleException(Text.T("hold.none"));
        if (string.IsNullOrWhiteSpace(reason)) throw new ArticleException(Text.T("hold.sayWhyNow"));
        (Hold, Revision) = (null, Revision + 1);
    }

    public void KeepReady(bool isKept) => (IsKeptReady, Revision) = (isKept, Revision + 1);

    public void ReadOver(long by, DateTimeOffset now) => (ReadOverAt, ReadOverBy, Revision) = (now, by, Revision + 1);

    public void WentOutAsFlash(DateTimeOffset now) => (FlashedAt, Revision) = (now, Revision + 1);

    public void Filled() => (FlashedAt, Revision) = (null, Revision + 1);
}
