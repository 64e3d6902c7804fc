using Broadsheet.Document;

namespace Broadsheet.Pages;

/// <summary>About, Contact, Privacy: a page without byline or date, at <c>/{slug}</c>.</summary>
public sealed class PlainPage(long editionId, string title, string slug)
{
    /// <summary>The slug of the page whose text stands on the edition's support page.</summary>
    public const string Support = "support";

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long EditionId { get; private set; } = editionId;
    public string Title { get; set; } = title;

    /// <summary>Unique in the edition, also among its sections, and no reserved word.</summary>
    public string Slug { get; set; } = slug;

    public DraftDocument Body { get; set; } = DraftDocument.Empty;

    /// <summary>For search engines and previews. Empty: the beginning of the text.</summary>
    public string SearchDescription { get; set; } = "";

    public bool IsPublished { get; set; }

    /// <summary>Grows with every save; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    /// <summary>To be called with every save.</summary>
    public void Touch() => Revision++;
}
