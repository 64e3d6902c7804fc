using Broadsheet.Storage.Changes;

namespace Broadsheet.FrontPage;

/// <summary>How a layout came before readers.</summary>
public enum FrontPageCause { Arranged, Planned, Restored }

/// <summary>Who gave readers a layout, and how.</summary>
/// <param name="By">A member's id; 0 for the program.</param>
/// <param name="From">Of a restored one: the number of the version it came from.</param>
public sealed record FrontPageAct(string Who, long By, FrontPageCause Cause, int? From = null);

/// <summary>A layout that readers got, kept for ever as it was.</summary>
[StaysInNewsroom]
public sealed class FrontPageVersion
{
    internal FrontPageVersion(long editionId, int number, FrontPageLayout layout, FrontPageAct act, DateTimeOffset now) =>
        (EditionId, Number, Layout, Who, By, Cause, From, At) = (editionId, number, layout, act.Who, act.By, act.Cause, act.From, now);

    private FrontPageVersion() { }

    public long Id { get; private set; }
    public long EditionId { get; private set; }

    /// <summary>Counts from 1 in each edition.</summary>
    public int Number { get; private set; }

    public FrontPageLayout Layout { get; private set; } = FrontPageLayout.Empty;

    /// <summary>The name at the time: it stays when the person goes.</summary>
    public string Who { get; private set; } = "";

    public long By { get; private set; }
    public FrontPageCause Cause { get; private set; }
    public int? From { get; private set; }
    public DateTimeOffset At { get; private set; }
}
