using System.ComponentModel;
using Broadsheet.Articles;
using Broadsheet.Document;

namespace Broadsheet.Api.Articles;

/// <summary>
/// What an editor writes about a story, as the API takes and gives it. In a request, what is absent stays as it is and
/// null empties it; what an answer gives can be sent back as it came.
/// </summary>
public record ArticleFields
{
    [Description("The headline. Needed for publication.")]
    public string? Headline { get; init; }

    [Description("A shorter headline for lists and narrow places.")]
    public string? ShortHeadline { get; init; }

    [Description("The lines under the headline.")]
    public string? Standfirst { get; init; }

    [Description("The place the story was filed from, as printed: JERUSALEM.")]
    public string? Dateline { get; init; }

    [Description("The text as a document: typed blocks and marks, as the newsroom’s editor makes them. Send body, bodyHtml or bodyMarkdown.")]
    public DraftDocument? Body { get; init; }

    [Description("The picture at the head of the story.")]
    public LeadPicture? LeadPicture { get; init; }

    [Description("What kind of piece it is. Its label goes wherever the story goes.")]
    public ArticleKind? Kind { get; init; }

    [Description("Who paid, for sponsored matter.")]
    public string? Payer { get; init; }

    [Description("The one section it stands in, by id or slug. Needed for publication.")]
    public string? Section { get; init; }

    [Description("Other sections that show it too, by id or slug.")]
    public IReadOnlyList<string>? AlsoIn { get; init; }

    [Description("Its topics, by id or slug.")]
    public IReadOnlyList<string>? Topics { get; init; }

    [Description("The series that it is a part of, by id or slug.")]
    public string? Series { get; init; }

    [Description("Who wrote it, in the order printed. May be empty.")]
    public IReadOnlyList<BylineFields>? Bylines { get; init; }

    [Description("The last segment of its address. Left empty, it is made from the headline at first publication.")]
    public string? Slug { get; init; }

    [Description("The title for search engines, where the headline will not do.")]
    public string? SearchTitle { get; init; }

    [Description("The description for search engines, where the standfirst will not do.")]
    public string? SearchDescription { get; init; }

    [Description("Ids of related articles, chosen by an editor.")]
    public IReadOnlyList<Guid>? Related { get; init; }

    [Description("Where the story came from and what may be done with it.")]
    public SourceFields? Source { get; init; }

    [Description("A death, a crime against a child: no messages, sponsors or automatic related stories stand beside it.")]
    public bool? IsSensitive { get; init; }
}

/// <summary>A picture with its words for this article.</summary>
public sealed record LeadPicture
{
    [Description("The picture’s id.")]
    public required Guid Picture { get; init; }

    [Description("The caption in this article. Absent: the picture’s own.")]
    public string? Caption { get; init; }

    [Description("The alternative text in this article. Absent: the picture’s own.")]
    public string? AltText { get; init; }
}

/// <summary>One name in a byline, or words without a person (“with agencies”).</summary>
public sealed record BylineFields
{
    [Description("The contributor, by id or slug. Absent where the byline names nobody in the house.")]
    public string? Contributor { get; init; }

    [Description("The name as printed, where it differs from the contributor’s or there is none.")]
    public string? Name { get; init; }

    [Description("Empty for writing; else as printed, such as “translated by”.")]
    public string? Role { get; init; }
}

/// <summary>Where a story came from.</summary>
public sealed record SourceFields
{
    [Description("What sort of source it is. Absent: own.")]
    public ArticleSourceKind? Kind { get; init; }

    [Description("The supplier’s own name for the item.")]
    public string? ItemId { get; init; }

    [Description("As printed, such as “Reporting by the Coast News Agency”.")]
    public string? Credit { get; init; }

    [Description("The address of the original, when search engines should credit another site.")]
    public string? CanonicalUrl { get; init; }

    [Description("Channels in which the story must not appear.")]
    public IReadOnlyList<Channel>? Withheld { get; init; }

    [Description("After this time it may appear nowhere.")]
    public DateTimeOffset? RightsEnd { get; init; }
}
