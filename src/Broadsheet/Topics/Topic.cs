namespace Broadsheet.Topics;

/// <summary>What an article is about. An article has any number of them.</summary>
public sealed class Topic(long editionId, string name, string slug)
{
    /// <summary>A topic in a topic in a topic: deeper than that, nobody finds the way.</summary>
    public const int MostAbove = 4;

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long EditionId { get; private set; } = editionId;
    public string Name { get; set; } = name;

    /// <summary>Its address is <c>/topic/{slug}</c>; unique in the edition among those that were not merged into another.</summary>
    public string Slug { get; set; } = slug;

    /// <summary>The introduction at the head of its page, which is also what search engines are told.</summary>
    public string Description { get; set; } = "";

    public TopicKind Kind { get; set; }

    /// <summary>The wider topic of the same edition that it is part of.</summary>
    public long? ParentId { get; set; }

    /// <summary>Public id of the picture beside its introduction.</summary>
    public Guid? Picture { get; set; }

    /// <summary>The one address that says best which person, place or organisation is meant, such as its own site. Else empty.</summary>
    public string Website { get; set; } = "";

    /// <summary>Other names under which writers and readers look for it.</summary>
    public IReadOnlyList<string> Synonyms { get; private set; } = [];

    /// <summary>The same as <see cref="Paper.Slug.Of"/> spells them, by which they are found however they are typed.</summary>
    public IReadOnlyList<string> SynonymSlugs { get; private set; } = [];

    /// <summary>The topic that took this one's place. Old versions of stories name this one still, and mean that one.</summary>
    public long? MergedIntoId { get; private set; }

    /// <summary>Grows with every save; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    /// <summary>Whether it is called so, by its address or by another name.</summary>
    /// <param name="name">As <see cref="Paper.Slug.Of"/> spells it.</param>
    public bool IsCalled(string name) => Slug == name || SynonymSlugs.Contains(name);

    public void Change(string name, string slug, string description) => (Name, Slug, Description, Revision) = (name, slug, description, Revision + 1);

    /// <summary>Takes other names; those that say what its own name says are left out.</summary>
    public void CallAlso(IEnumerable<string> names)
    {
        Synonyms = [.. names.Select(name => name.Trim()).Where(name => name.Length > 0 && Paper.Slug.Of(name) != Paper.Slug.Of(Name)).DistinctBy(Paper.Slug.Of)];
        SynonymSlugs = [.. Synonyms.Select(Paper.Slug.Of)];
    }

    /// <summary>Gives its names to another topic of the edition and is a topic no more. What stands on it is the caller's to move.</summary>
    public void MergeInto(Topic other)
    {
        other.CallAlso([.. other.Synonyms, Name, .. Synonyms]);
        (MergedIntoId, ParentId, Revision) = (other.Id, null, Revision + 1);
        other.Revision++;
    }
}
