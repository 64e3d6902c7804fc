using Broadsheet.Paper.Views;

namespace Broadsheet.Paper;

/// <summary>
/// A page before it is drawn: which template, what it shows, and what its head says. It depends on the address
/// alone, never on who asks, so that it can be stored and given to everyone (promise 14).
/// </summary>
public sealed record PaperPage(PaperEdition Edition, string Template, View Content, PageHead Head)
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What the page is about, for the parts that add to its head: an article, a section …</summary>
    public object? Subject { get; init; }

    /// <summary>Stories that have their place on this page already, by article id: a part that lists stories
    /// leaves them out, so that none stands twice.</summary>
    public ISet<long> Shown { get; init; } = new HashSet<long>();

    /// <summary>The section it belongs to, for the mark under the masthead.</summary>
    public long? Section { get; init; }

    /// <summary>For pages that must come whatever is broken: no feature is asked for anything.</summary>
    public bool IsWithoutParts { get; init; }

    /// <summary>Messages, sponsors and automatic related stories stay off a page about something sensitive.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Somebody paid for what stands here: the paper asks for nothing of its own beside it.</summary>
    public bool IsSponsored { get; init; }
}

/// <summary>What stands in a page's head, and what a share of it shows.</summary>
public sealed class PageHead : View
{
    /// <summary>Without the paper's name, which the frame adds; empty on a front page.</summary>
    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>The page's one address: a path, or a whole address when the original stands elsewhere.</summary>
    public string Canonical { get; init; } = "";

    /// <summary>"noindex" and the like; empty when search engines are welcome.</summary>
    public string Robots { get; init; } = "";

    /// <summary>Open Graph's type: "website", "article", "profile".</summary>
    public string Kind { get; init; } = "website";

    public string? Picture { get; init; }
    public string? PictureAlt { get; init; }
    public int PictureWidth { get; init; }
    public int PictureHeight { get; init; }
    public string? Previous { get; init; }
    public string? Next { get; init; }

    /// <summary>The theme's fonts to fetch before the stylesheet asks for them.</summary>
    public bool HasText { get; init; }
}
