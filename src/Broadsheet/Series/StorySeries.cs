namespace Broadsheet.Series;

/// <summary>Stories of one edition that are read one after the other. A story is in one series at most; each story says itself in which.</summary>
public sealed class StorySeries(long editionId, string name, string slug)
{
    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long EditionId { get; private set; } = editionId;
    public string Name { get; private set; } = name;

    /// <summary>Its address is <c>/series/{slug}</c>; unique in the edition.</summary>
    public string Slug { get; private set; } = slug;

    /// <summary>The introduction at the head of its page, which is also what search engines are told.</summary>
    public string Description { get; set; } = "";

    /// <summary>Public id of the picture beside its introduction.</summary>
    public Guid? Picture { get; set; }

    /// <summary>No further story is to come.</summary>
    public bool IsFinished { get; set; }

    public SeriesOrder Order { get; set; }

    /// <summary>Public ids of its stories as somebody put them, for an order by hand. What is not among them comes last.</summary>
    public IReadOnlyList<Guid> ByHand { get; private set; } = [];

    /// <summary>Grows with every save; whoever saves says which one she began from.</summary>
    public long Revision { get; private set; } = 1;

    public void Change(string name, string slug, string description) => (Name, Slug, Description, Revision) = (name, slug, description, Revision + 1);

    /// <summary>From now on its stories stand so.</summary>
    public void Arrange(IEnumerable<Guid> stories) => (Order, ByHand, Revision) = (SeriesOrder.ByHand, [.. stories], Revision + 1);

    /// <summary>Its stories in their order.</summary>
    /// <param name="stories">First published, first.</param>
    public IReadOnlyList<T> InOrder<T>(IReadOnlyList<T> stories, Func<T, Guid> id)
    {
        if (Order == SeriesOrder.ByPublication || ByHand.Count == 0) return stories;

        var places = ByHand.Index().ToDictionary(row => row.Item, row => row.Index);
        return [.. stories.OrderBy(story => places.GetValueOrDefault(id(story), int.MaxValue))];
    }
}

/// <summary>By what the stories of a series stand: the first published first, or as somebody put them.</summary>
public enum SeriesOrder { ByPublication, ByHand }
