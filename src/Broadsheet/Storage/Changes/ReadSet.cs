namespace Broadsheet.Storage.Changes;

/// <summary>
/// What one page was made from: keys of what was read (<see cref="ChangeKey"/>) and the moment at which time alone
/// makes it another page. Filled while the page is made; not safe for two threads.
/// </summary>
public sealed class ReadSet
{
    private readonly HashSet<string> _keys = [];
    private readonly HashSet<string> _beside = [];
    private readonly List<IShownUntil> _shown = [];
    private DateTimeOffset? _until;

    public IReadOnlyCollection<string> Keys => [.. _keys.Union(_beside)];

    /// <summary>What may be taken instead of reading it again; null: everything is read anew.</summary>
    internal SharedReads? Shared { get; init; }

    /// <summary>Set while something is read that stands beside what the page is about, as on every page: Latest, menus. It is as true as the rest, but less urgent.</summary>
    public bool IsBeside { get; set; }

    /// <summary>When it must be made again although nothing changed: a day ends, rights run out. Null: never.</summary>
    public DateTimeOffset? Until => _shown.Select(thing => thing.ShownUntil).Append(_until).Min();

    public void Add(string key) => (IsBeside ? _beside : _keys).Add(key);

    internal void Add(IEnumerable<string> keys)
    {
        foreach (var key in keys) Add(key);
    }

    /// <summary>All that was read for something that is part of this.</summary>
    internal void Add(ReadSet part)
    {
        Add(part.Keys);
        _shown.AddRange(part._shown);
        if (part._until is { } until) ExpireAt(until);
    }

    public void ExpireAt(DateTimeOffset moment)
    {
        if (_until is not { } known || moment < known) _until = moment;
    }

    /// <summary>Asked for its moment at the end: as it is noted it is not filled yet.</summary>
    internal void Add(IShownUntil shown) => _shown.Add(shown);

    /// <summary>Rows of a table that was read as a whole say nothing more.</summary>
    public IEnumerable<string> Needed() => [.. NeededItself(), .. _beside.Where(key => !_keys.Contains(key) && !IsCovered(key))];

    /// <summary>Without what stands beside.</summary>
    internal IEnumerable<string> NeededItself() => _keys.Where(key => !IsCovered(key));

    private bool IsCovered(string key) => key.IndexOf(':') is var colon and >= 0 && (_keys.Contains(key[..colon]) || _beside.Contains(key[..colon]));
}

/// <summary>Something shown for a time: a page that shows it is another page afterwards.</summary>
public interface IShownUntil
{
    DateTimeOffset? ShownUntil { get; }
}

/// <summary>
/// On a table: no reader's page is made from it, so its changes make none anew, and a page that reads it fails.
/// On a column of another table: readers' pages do not show it.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class StaysInNewsroomAttribute : Attribute;
