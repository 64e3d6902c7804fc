using System.ComponentModel;
using Broadsheet.Editions;

namespace Broadsheet.Api.Editions;

/// <summary>What can be said and changed about an edition. In a change, what is absent stays as it is.</summary>
public record EditionFields
{
    [Description("The paper’s name as this edition’s masthead prints it.")]
    public string? Name { get; init; }

    [Description("A line under the name.")]
    public string? Tagline { get; init; }

    [Description("A BCP 47 tag, such as en-GB or he. It decides the direction of the pages.")]
    public string? Language { get; init; }

    [Description("An IANA time zone, such as Asia/Jerusalem: the days and hours that readers are shown.")]
    public string? TimeZone { get; init; }

    [Description("Its place in the edition switch, from 0. Absent for a new one: the last.")]
    public int? Position { get; init; }

    internal void WriteTo(Edition edition, Asking check, Func<string, bool> gives)
    {
        if (gives(nameof(Name))) edition.Name = check.Name("name", Name);
        if (gives(nameof(Tagline))) edition.Tagline = Asking.Words(Tagline);
        edition.Position = Position ?? edition.Position;
        if (gives(nameof(Language)))
        {
            if (Edition.IsLanguage(Language ?? "")) edition.Language = Language!;
            else check.Wrong("language", "Give the language as a tag such as en-GB or he.");
        }
        if (!gives(nameof(TimeZone))) return;
        if (Edition.IsTimeZone(TimeZone ?? "")) edition.TimeZone = TimeZone!;
        else check.Wrong("timeZone", "Give the time zone by its IANA name, such as Asia/Jerusalem.");
    }
}

/// <summary>A new edition.</summary>
public sealed record NewEdition : EditionFields
{
    [Description("The first segment of its addresses, such as he. Empty for the paper’s first edition. It cannot be changed here.")]
    public string? Code { get; init; }
}

/// <summary>The paper in one language, for one place.</summary>
public sealed record EditionAnswer
{
    [Description("Names the edition for ever.")]
    public required Guid Id { get; init; }

    [Description("The first segment of its addresses; empty for the first edition.")]
    public required string Code { get; init; }

    [Description("The paper’s name as this edition’s masthead prints it.")]
    public required string Name { get; init; }

    [Description("A line under the name.")]
    public required string Tagline { get; init; }

    [Description("A BCP 47 tag.")]
    public required string Language { get; init; }

    [Description("ltr or rtl.")]
    public required string Direction { get; init; }

    [Description("An IANA time zone.")]
    public required string TimeZone { get; init; }

    [Description("Its place in the edition switch, from 0.")]
    public required int Position { get; init; }

    [Description("The path of its front page.")]
    public required string Url { get; init; }

    internal static EditionAnswer Of(Edition edition) => new()
    {
        Id = edition.PublicId,
        Code = edition.Code,
        Name = edition.Name,
        Tagline = edition.Tagline,
        Language = edition.Language,
        Direction = edition.Direction,
        TimeZone = edition.TimeZone,
        Position = edition.Position,
        Url = edition.PathOf("/"),
    };
}
