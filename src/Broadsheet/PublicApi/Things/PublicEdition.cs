using System.ComponentModel;
using Broadsheet.Editions;
using Broadsheet.Paper;

namespace Broadsheet.PublicApi.Things;

/// <summary>The paper in one language, for one place.</summary>
public sealed record PublicEdition
{
    public required Guid Id { get; init; }

    [Description("The first segment of its pages’ addresses; empty for the edition that stands at the root.")]
    public required string Code { get; init; }

    [Description("The paper’s name as this edition’s masthead prints it.")]
    public required string Name { get; init; }

    public required string Tagline { get; init; }

    [Description("A BCP 47 tag.")]
    public required string Language { get; init; }

    [Description("ltr or rtl.")]
    public required string Direction { get; init; }

    [Description("IANA’s name of the zone whose clock readers are shown.")]
    public required string TimeZone { get; init; }

    [Description("Its front page on the paper.")]
    public required string Url { get; init; }

    internal static PublicEdition Of(Edition edition, PaperOrigin origin) => new()
    {
        Id = edition.PublicId,
        Code = edition.Code,
        Name = edition.Name,
        Tagline = edition.Tagline,
        Language = edition.Language,
        Direction = edition.Direction,
        TimeZone = edition.TimeZone,
        Url = origin.Whole(edition.ForPaper().Home),
    };
}
