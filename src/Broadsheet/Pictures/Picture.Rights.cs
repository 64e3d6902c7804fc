namespace Broadsheet.Pictures;

public sealed partial class Picture
{
    /// <summary>Under what it may be used, as the newsroom words it: "CC BY 4.0", "Reuters, subscription".</summary>
    public string Licence { get; set; } = "";

    /// <summary>From then on readers are not shown it. Null: the rights do not end.</summary>
    public DateTimeOffset? RightsEnd { get; set; }

    /// <summary>For the paper's own pages alone: it goes into no feed and nothing that others print.</summary>
    public bool IsNotForRepublication { get; set; }

    /// <summary>A child can be recognised in it.</summary>
    public bool ShowsMinor { get; set; }

    /// <summary>Who can be recognised in it has agreed, in writing.</summary>
    public bool HasModelRelease { get; set; }

    /// <summary>Who made it, in small letters, for the library's filter.</summary>
    public string CreatorText { get; private set; } = "";

    /// <summary>Through whose hands it came, in small letters.</summary>
    public string AgencyText { get; private set; } = "";

    /// <summary>Nobody is credited and nobody let it out: kept as a column for the library's filter.</summary>
    public bool IsUncredited { get; private set; }

    public bool HaveRightsEndedAt(DateTimeOffset now) => RightsEnd <= now;

    /// <summary>What readers may be shown: credited, or let out by an editor, and with rights that have not ended.</summary>
    public bool MayBeShownAt(DateTimeOffset now) => HasCredit && !HaveRightsEndedAt(now);

    private void RememberHands() =>
        (IsUncredited, CreatorText, AgencyText) = (!HasCredit, (Credit.Creator ?? "").ToLowerInvariant(), string.Join('\n', Credit.Agencies.Append(Credit.Via).OfType<string>()).ToLowerInvariant());
}
