using Broadsheet.Storage.Changes;

namespace Broadsheet.Sections;

/// <summary>A part of the paper, such as Politics: each article stands in exactly one, and may be shown in others.</summary>
public sealed class Section(long editionId, string name, string slug, int position)
{
    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long EditionId { get; private set; } = editionId;
    public string Name { get; set; } = name;

    /// <summary>The first segment of its articles' addresses; unique in the edition, never a reserved word.</summary>
    public string Slug { get; set; } = slug;

    public string Description { get; set; } = "";

    /// <summary>Its place under the masthead and on the front page, from 0.</summary>
    public int Position { get; set; } = position;

    /// <summary>Whether a story goes out here only when two people stand behind the same text (Articles/Publication.Keys).</summary>
    [StaysInNewsroom]
    public bool DemandsTwoKeys { get; set; }

    /// <summary>Who may read its stories whole, unless a story says otherwise.</summary>
    public Access Access { get; set; }

    /// <summary>Until then everybody may, whatever is chosen.</summary>
    public DateTimeOffset? OpenUntil { get; set; }

    /// <summary>Grows with every save; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    public void Change(string name, string slug, string description) => (Name, Slug, Description, Revision) = (name, slug, description, Revision + 1);
}
