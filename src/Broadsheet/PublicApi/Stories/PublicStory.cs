using System.ComponentModel;
using Broadsheet.Articles;
using Broadsheet.PublicApi.Things;

namespace Broadsheet.PublicApi.Stories;

/// <summary>A story as lists show it.</summary>
public record PublicStory
{
    [Description("Names it for ever: its headline, section and address may change.")]
    public required Guid Id { get; init; }

    [Description("Its page on the paper.")]
    public required string Url { get; init; }

    [Description("The id of its edition.")]
    public required Guid Edition { get; init; }

    public required string Language { get; init; }
    public required string Headline { get; init; }

    [Description("For narrow places; the headline itself where none was written.")]
    public required string ShortHeadline { get; init; }

    public required string Standfirst { get; init; }
    public required ArticleKind Kind { get; init; }

    [Description("The kind as the edition prints it over the headline; absent for news. It must be printed.")]
    public string? Label { get; init; }

    [Description("Who paid for sponsored matter; must be printed.")]
    public string? Payer { get; init; }

    public required PublicSection Section { get; init; }

    [Description("Who signs it, in the printed order.")]
    public required IReadOnlyList<PublicByline> Bylines { get; init; }

    public PublicPicture? Picture { get; init; }

    [Description("When it first went out.")]
    public required DateTimeOffset Published { get; init; }

    [Description("When readers were last told that it was updated.")]
    public DateTimeOffset? Updated { get; init; }

    [Description("It went out as a headline and a sentence, and is being written on.")]
    public bool MoreFollows { get; init; }

    [Description("False: everybody may read its beginning alone.")]
    public required bool IsAccessibleForFree { get; init; }
}

/// <summary>A name as printed over a story.</summary>
public sealed record PublicByline
{
    public required string Name { get; init; }

    [Description("What she did, if she did not write it (“translated by”).")]
    public string? Role { get; init; }

    [Description("The contributor’s id; absent where the name is nobody of the house.")]
    public Guid? Contributor { get; init; }

    [Description("The contributor’s page on the paper.")]
    public string? Url { get; init; }
}
