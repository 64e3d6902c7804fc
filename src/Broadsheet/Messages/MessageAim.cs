namespace Broadsheet.Messages;

/// <summary>Where a message stands in a story.</summary>
public enum StoryPlace
{
    /// <summary>Nowhere: on the front page or in newsletters alone.</summary>
    None,

    /// <summary>After its so manyth paragraph; in a shorter story, at the end.</summary>
    AfterParagraph,

    End,
}

/// <summary>What a browser knows of its reader, and nobody else does. Each is exactly one of these.</summary>
[Flags]
public enum Audience
{
    None = 0,

    /// <summary>Up to <see cref="MessageAim.FewVisits"/> visits.</summary>
    New = 1,

    Regular = 2,

    /// <summary>Gets a newsletter.</summary>
    Subscriber = 4,

    /// <summary>Gave within a year, or gives every month or year.</summary>
    Supporter = 8,

    Everybody = New | Regular | Subscriber | Supporter,
}

/// <summary>Where a message stands, for whom, how often, and how it is found out what it does.</summary>
public sealed record MessageAim
{
    /// <summary>Who came no oftener is new. The theme's script counts them.</summary>
    public const int FewVisits = 3;

    public const int MostDays = 365, MostParagraphs = 50, MostHeldOut = 50;

    public StoryPlace InStory { get; init; } = StoryPlace.End;
    public int Paragraph { get; init; } = 3;
    public bool OnFront { get; init; } = true;
    public bool InNewsletter { get; init; }
    public Audience Who { get; init; } = Audience.Everybody;

    /// <summary>In stories of these sections alone. Empty: of all.</summary>
    public IReadOnlyList<long> Sections { get; init; } = [];

    /// <summary>ISO 3166 codes of two letters. Empty: everywhere.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Seen, it does not stand again for so many days in that browser. 0: it does.</summary>
    public int EveryDays { get; init; }

    /// <summary>Put away by the reader, it stays away for so many days.</summary>
    public int RestDays { get; init; } = 30;

    /// <summary>Of a hundred browsers so many never see it, so that it can be told what it does. 0: there is no comparison.</summary>
    public int HoldoutPercent { get; init; }
}
