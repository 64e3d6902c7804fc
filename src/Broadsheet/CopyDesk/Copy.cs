namespace Broadsheet.CopyDesk;

/// <summary>What the copy desk reads: the passages of a story in reading order, and what is known around them.</summary>
public sealed record Copy(string Language, IReadOnlyList<Passage> Passages)
{
    /// <summary>The day from which "Wednesday" is counted: that of the dateline, else of publication, else today.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>When the story first went out. Weekdays of a story that runs again belong to this day.</summary>
    public DateOnly? FirstDay { get; init; }

    public string PaperName { get; init; } = "";

    public HouseStyle House { get; init; } = HouseStyle.Empty;

    /// <summary>Addresses in the text that are known to lead nowhere.</summary>
    public IReadOnlySet<string> DeadLinks { get; init; } = new HashSet<string>();

    public string PlainLanguage => Language.Split('-')[0].ToLowerInvariant();
}

/// <summary>A run of text that stands by itself.</summary>
/// <param name="Block">The block's id in the body, or the name of the field.</param>
public sealed record Passage(string Block, Place Place, string Text)
{
    public IReadOnlyList<LinkedText> Links { get; init; } = [];

    /// <summary>Quotations that an editor has marked; with its source or day where she gave them.</summary>
    public IReadOnlyList<MarkedQuotation> Quotations { get; init; } = [];

    /// <summary>Words that carry a date mark already.</summary>
    public IReadOnlyList<Stretch> Dated { get; init; } = [];

    /// <summary>The picture of which this is the caption or the alternative text.</summary>
    public PictureFacts? Picture { get; init; }

    public bool IsBody => Place is Place.Heading or Place.Paragraph or Place.ListItem or Place.Cell or Place.Quote or Place.PullQuote or Place.BoxTitle;

    /// <summary>Running text, in which sentences end.</summary>
    public bool IsProse => Place is Place.Paragraph or Place.Quote;
}

/// <summary>Where a passage stands.</summary>
public enum Place { Headline, ShortHeadline, Standfirst, Dateline, Heading, Paragraph, ListItem, Cell, Quote, PullQuote, BoxTitle, Caption, AltText }

/// <summary>Part of a text, in UTF-16 units from its beginning.</summary>
public readonly record struct Stretch(int Start, int Length)
{
    public int End => Start + Length;

    public bool Touches(Stretch other) => Start < other.End && other.Start < End;

    public bool Holds(int at) => at >= Start && at < End;
}

public sealed record LinkedText(Stretch At, string Address);

public sealed record MarkedQuotation(Stretch At, bool HasSource, bool HasDay);

/// <param name="TakenOn">Null: nobody knows.</param>
public sealed record PictureFacts(DateOnly? TakenOn);
