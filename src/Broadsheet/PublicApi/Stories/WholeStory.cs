using System.ComponentModel;
using System.Text.Json.Serialization;
using Broadsheet.Document;
using Broadsheet.PublicApi.Things;

namespace Broadsheet.PublicApi.Stories;

/// <summary>A story with all that stands on its page.</summary>
public sealed record WholeStory : PublicStory
{
    private const int After = 1;

    [Description("The place it was filed from, as printed."), JsonPropertyOrder(After)]
    public string? Dateline { get; init; }

    [Description("The text as the paper’s own pages print it, every address whole: docs/document.md lists its classes. Of a story that is not free its beginning."), JsonPropertyOrder(After)]
    public required string BodyHtml { get; init; }

    [Description("The same text as a document, in the form of docs/document.md."), JsonPropertyOrder(After)]
    public required PublishedDocument Body { get; init; }

    [Description("Of the whole story."), JsonPropertyOrder(After)]
    public required int Words { get; init; }

    [Description("Where who may reads on, when only the beginning is here."), JsonPropertyOrder(After)]
    public string? ReadOn { get; init; }

    [Description("What readers are told over, or instead of, a story that the paper took back. It must be printed."), JsonPropertyOrder(After)]
    public string? Notice { get; init; }

    [JsonPropertyOrder(After)]
    public required IReadOnlyList<PublicTopic> Topics { get; init; }

    [Description("The series that it is a part of, and which part it is."), JsonPropertyOrder(After)]
    public PublicPart? Series { get; init; }

    [Description("The lines about those who wrote it."), JsonPropertyOrder(After)]
    public required IReadOnlyList<PublicContributor> Authors { get; init; }

    [Description("What the paper said about it since, in that order. It must be printed."), JsonPropertyOrder(After)]
    public required IReadOnlyList<PublicCorrection> Corrections { get; init; }

    [Description("Other stories that the editors chose."), JsonPropertyOrder(After)]
    public required IReadOnlyList<PublicStory> Related { get; init; }

    [Description("As an agency wants to be named. It must be printed."), JsonPropertyOrder(After)]
    public string? SourceCredit { get; init; }

    [Description("The address that search engines should take for the original."), JsonPropertyOrder(After)]
    public required string Canonical { get; init; }

    [Description("The paper asks search engines not to show it."), JsonPropertyOrder(After)]
    public bool IsHiddenFromSearchEngines { get; init; }

    [Description("A death, a crime against a child: no messages and no advertising beside it."), JsonPropertyOrder(After)]
    public bool IsSensitive { get; init; }

    [JsonPropertyOrder(After)]
    public required string SearchTitle { get; init; }

    [JsonPropertyOrder(After)]
    public required string SearchDescription { get; init; }
}
