using Broadsheet.Document;
using Broadsheet.Storage;

namespace Broadsheet.Articles;

/// <summary>
/// All that an editor writes about a story. A draft holds one, each version holds one, and what readers see is drawn
/// from the published version's. Other things are named by their public ids, so that content can leave the house.
/// </summary>
public sealed record ArticleContent
{
    public string Headline { get; init; } = "";

    /// <summary>For lists and narrow places. Empty: the headline itself.</summary>
    public string ShortHeadline { get; init; } = "";

    public string Standfirst { get; init; } = "";

    /// <summary>The place the story was filed from, as printed: JERUSALEM.</summary>
    public string Dateline { get; init; } = "";

    public DraftDocument Body { get; init; } = DraftDocument.Empty;
    public PictureUse? LeadPicture { get; init; }
    public ArticleKind Kind { get; init; } = ArticleKind.News;

    /// <summary>Who paid for sponsored matter.</summary>
    public string Payer { get; init; } = "";

    public Guid? Section { get; init; }
    public IReadOnlyList<Guid> AlsoIn { get; init; } = [];
    public IReadOnlyList<Guid> Topics { get; init; } = [];

    /// <summary>The series that it is a part of. At which place, the series says.</summary>
    public Guid? Series { get; init; }

    public IReadOnlyList<Byline> Bylines { get; init; } = [];

    /// <summary>Name in the address. Empty: made from the headline at first publication.</summary>
    public string Slug { get; init; } = "";

    public string SearchTitle { get; init; } = "";
    public string SearchDescription { get; init; } = "";
    public IReadOnlyList<Guid> Related { get; init; } = [];
    public ArticleSource? Source { get; init; }

    /// <summary>A death, a crime against a child: no messages, sponsors or automatic related stories beside it.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Whether readers would get of both the same. A comment or an open suggestion changes nothing.</summary>
    public bool PrintsLike(ArticleContent other) => Printed() == other.Printed();

    // One and the same for both: each empty document is another, with a block of its own.
    private static readonly DraftDocument NoBody = DraftDocument.Empty;

    private string Printed() => CanonicalJson.Of(this with { Body = NoBody }) + Body.WithText(Undated).ForPublication().ToJson();

    // The days that a version's words mean are the program's own notes (CopyDesk), not a change by anybody.
    private static Nodes<Inline> Undated(TextBlock block) =>
        InlineText.Join([.. block.Content.Select(inline => inline is TextRun run && run.Marks.OfType<DateMark>().Any() ? run with { Marks = [.. run.Marks.Where(mark => mark is not DateMark)] } : inline)]);
}

/// <summary>A picture with its words for one place: the same picture may carry another caption elsewhere.</summary>
/// <param name="Picture">Public id of the picture.</param>
/// <param name="Caption">Empty: the picture's own.</param>
/// <param name="AltText">Empty: the picture's own.</param>
public sealed record PictureUse(Guid Picture, string Caption = "", string AltText = "");

/// <summary>One name in the byline, or words without a person ("with agencies").</summary>
/// <param name="Contributor">Public id; null where the byline names nobody in the house.</param>
/// <param name="Name">As printed, when it differs from the contributor's name or there is no contributor.</param>
/// <param name="Role">Empty for writing; else as printed, such as "translated by".</param>
public sealed record Byline(Guid? Contributor, string Name = "", string Role = "");

public enum ArticleKind { News, Analysis, Opinion, Editorial, Letter, Obituary, Review, Satire, Sponsored, PressRelease }

public enum ArticleSourceKind { Own, Agency, Partner, PressRelease, Reader }

public enum Channel { Web, Feed, Mail, Api, Republish }

/// <summary>Where a story came from and what may be done with it.</summary>
public sealed record ArticleSource
{
    public ArticleSourceKind Kind { get; init; } = ArticleSourceKind.Own;

    /// <summary>The supplier's own name for the item, by which a second delivery is recognised.</summary>
    public string ItemId { get; init; } = "";

    /// <summary>As printed, such as "Reporting by the Coast News Agency".</summary>
    public string Credit { get; init; } = "";

    /// <summary>The address of the original, when search engines should credit another site.</summary>
    public string CanonicalUrl { get; init; } = "";

    /// <summary>Channels in which it must not appear.</summary>
    public IReadOnlyList<Channel> Withheld { get; init; } = [];

    /// <summary>After this it may appear nowhere.</summary>
    public DateTimeOffset? RightsEnd { get; init; }

    public bool Allows(Channel channel, DateTimeOffset now) => !Withheld.Contains(channel) && (RightsEnd is not { } end || now < end);
}
