using Broadsheet.Storage.Changes;

namespace Broadsheet.FrontPage;

/// <summary>A front page that goes live by itself at a time. Once it has, it is a version and no plan any more.</summary>
[StaysInNewsroom]
public sealed class PlannedFrontPage(long editionId, FrontPageLayout layout, DateTimeOffset goesLiveAt, string who, long by)
{
    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long EditionId { get; private set; } = editionId;
    public FrontPageLayout Layout { get; private set; } = layout;
    public DateTimeOffset GoesLiveAt { get; private set; } = goesLiveAt;

    /// <summary>Who changed it last.</summary>
    public string Who { get; private set; } = who;

    public long By { get; private set; } = by;

    /// <inheritdoc cref="FrontPage.Stamp"/>
    public Guid Stamp { get; private set; } = Guid.CreateVersion7();

    public void Change(FrontPageLayout layout, DateTimeOffset goesLiveAt, string who, long by) =>
        (Layout, GoesLiveAt, Who, By, Stamp) = (layout, goesLiveAt, who, by, Guid.CreateVersion7());
}

/// <summary>A plan's time. A plan that was moved or dropped meanwhile makes this job do nothing.</summary>
public sealed record PlanGoesLive(Guid Plan, DateTimeOffset At);
