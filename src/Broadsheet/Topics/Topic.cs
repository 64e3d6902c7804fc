namespace Broadsheet.Topics;

/// <summary>What an article is about. An article has any number of them.</summary>
public sealed class Topic(long editionId, string name, string slug)
{
    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long EditionId { get; private set; } = editionId;
    public string Name { get; set; } = name;

    /// <summary>Its address is <c>/topic/{slug}</c>; unique in the edition.</summary>
    public string Slug { get; set; } = slug;

    public string Description { get; set; } = "";

    /// <summary>Grows with every save; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    public void Change(string name, string slug, string description) => (Name, Slug, Description, Revision) = (name, slug, description, Revision + 1);
}
