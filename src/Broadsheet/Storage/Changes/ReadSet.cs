namespace Broadsheet.Storage.Changes;

/// <summary>
/// What one page was made from: keys of what was read (<see cref="ChangeKey"/>) and the moment at which time alone
/// makes it another page. Filled while the page is made; not safe for two threads.
/// </summary>
public sealed class ReadSet
{
    private readonly HashSet<string> _keys = [];

    public IReadOnlyCollection<string> Keys => _keys;

    /// <summary>When it must be made again although nothing changed: a day ends, rights run out. Null: never.</summary>
    public DateTimeOffset? Until { get; private set; }

    public void Add(string key) => _keys.Add(key);

    public void ExpireAt(DateTimeOffset moment)
    {
        if (Until is not { } known || moment < known) Until = moment;
    }

    /// <summary>Rows of a table that was read as a whole say nothing more.</summary>
    public IEnumerable<string> Needed() => _keys.Where(key => key.IndexOf(':') is var colon && (colon < 0 || !_keys.Contains(key[..colon])));
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
