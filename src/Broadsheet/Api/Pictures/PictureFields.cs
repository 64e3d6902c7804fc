using System.ComponentModel;
using Broadsheet.Pictures;

namespace Broadsheet.Api.Pictures;

/// <summary>What an editor writes about a picture. What is absent stays as it is; null empties it.</summary>
public record PictureFields
{
    [Description("A few words for the library; readers do not see them.")]
    public string? Headline { get; init; }

    [Description("What the picture shows, as printed under it where a story says nothing else.")]
    public string? Caption { get; init; }

    [Description("What somebody who cannot see it is told.")]
    public string? AltText { get; init; }

    [Description("Who made it and through whose hands it came. Without one no story can go out with the picture.")]
    public CreditFields? Credit { get; init; }

    [Description("The credit as printed, such as “Sputnik/Aleksey Druzhinin/Kremlin via REUTERS”, read into its parts. Where credit is sent too, that one counts.")]
    public string? CreditLine { get; init; }

    [Description("The day at the place where it was taken.")]
    public DateOnly? TakenOn { get; init; }

    [Description("The copyright notice.")]
    public string? Copyright { get; init; }

    [Description("Where it was taken.")]
    public string? Place { get; init; }

    [Description("Words to find it by.")]
    public IReadOnlyList<string>? Keywords { get; init; }

    [Description("Under what it may be used.")]
    public string? Licence { get; init; }

    [Description("From then on readers are not shown it; null: its rights do not end.")]
    public DateTimeOffset? RightsEnd { get; init; }

    [Description("Whether it stays on the paper's own pages and goes into no feed.")]
    public bool? NotForRepublication { get; init; }

    [Description("What matters in it: crops are made around this point.")]
    public FocalPoint? FocalPoint { get; init; }
}

/// <summary>Who made a picture and through whose hands it came.</summary>
public sealed record CreditFields
{
    [Description("What kind of statement it makes. Absent: photographer.")]
    public CreditKind? Kind { get; init; }

    [Description("The chain as printed between the slashes: agency, photographer, holder, in the order of the source.")]
    public IReadOnlyList<string>? Names { get; init; }

    [Description("The one of names who made the picture, when that is known.")]
    public string? Creator { get; init; }

    [Description("Who passed it on: REUTERS in “Kremlin via REUTERS”.")]
    public string? Via { get; init; }
}

/// <summary>A place in a picture, in hundredths.</summary>
public sealed record FocalPoint
{
    [Description("From the left edge, 0 to 100.")]
    public required int X { get; init; }

    [Description("From the top edge, 0 to 100.")]
    public required int Y { get; init; }
}

/// <summary>A change of what is written about a picture.</summary>
public sealed record PictureChange : PictureFields
{
    [Description("The stamp that this change began from. When somebody has saved since, the answer is 409 with the picture as it stands.")]
    public required Guid Stamp { get; init; }
}
