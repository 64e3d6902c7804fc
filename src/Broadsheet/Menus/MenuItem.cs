namespace Broadsheet.Menus;

public enum MenuPlace
{
    /// <summary>After the sections, under the masthead.</summary>
    Masthead,
    Footer,
}

/// <summary>One line of an edition's menu.</summary>
public sealed class MenuItem(long editionId, MenuPlace place, string label, string address, int position)
{
    public long Id { get; private set; }
    public long EditionId { get; private set; } = editionId;
    public MenuPlace Place { get; set; } = place;
    public string Label { get; set; } = label;

    /// <summary>A path within the edition, such as <c>/about</c>, or a whole https address.</summary>
    public string Address { get; set; } = address;

    public int Position { get; set; } = position;
}
