using System.ComponentModel;
using Broadsheet.Editions;
using Broadsheet.Sections;

namespace Broadsheet.Api.Sections;

/// <summary>What can be said and changed about a section. In a change, what is absent stays as it is.</summary>
public record SectionFields
{
    [Description("As printed under the masthead.")]
    public string? Name { get; init; }

    [Description("A line about it, for its page and for search engines.")]
    public string? Description { get; init; }

    [Description("Its place under the masthead, from 0. Absent for a new one: the last.")]
    public int? Position { get; init; }
}

/// <summary>A new section.</summary>
public sealed record NewSection : SectionFields
{
    [Description("The edition it belongs to, by id or code. Absent: the first edition.")]
    public string? Edition { get; init; }

    [Description("The first segment of its articles’ addresses. Absent: made from the name. It cannot be changed here.")]
    public string? Slug { get; init; }
}

/// <summary>A section of an edition.</summary>
public sealed record SectionAnswer
{
    [Description("Names the section for ever.")]
    public required Guid Id { get; init; }

    [Description("The code of its edition; empty for the first.")]
    public required string Edition { get; init; }

    [Description("As printed under the masthead.")]
    public required string Name { get; init; }

    [Description("The first segment of its articles’ addresses.")]
    public required string Slug { get; init; }

    [Description("A line about it.")]
    public required string Description { get; init; }

    [Description("Its place under the masthead, from 0.")]
    public required int Position { get; init; }

    [Description("Its path on the paper.")]
    public required string Url { get; init; }

    internal static SectionAnswer Of(Section section, Edition edition) => new()
    {
        Id = section.PublicId,
        Edition = edition.Code,
        Name = section.Name,
        Slug = section.Slug,
        Description = section.Description,
        Position = section.Position,
        Url = edition.PathOf($"/{section.Slug}"),
    };
}
