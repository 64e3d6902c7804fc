using Broadsheet.Storage.Changes;

namespace Broadsheet.Articles.Chains;

/// <summary>
/// One hash over everything that was kept until it was written: the head of the day before, and every version made since. Whoever
/// rehashes a whole chain changes it, and it stands outside the database, too.
/// </summary>
[StaysInNewsroom]
public sealed class DayHead(DateOnly day, string hash, string previousHash, long lastVersionId, int versions, DateTimeOffset madeAt)
{
    public long Id { get; private set; }

    /// <summary>The day in UTC on which it was written.</summary>
    public DateOnly Day { get; private set; } = day;

    /// <summary>SHA-256, as hex.</summary>
    public string Hash { get; private set; } = hash;

    public string PreviousHash { get; private set; } = previousHash;

    /// <summary>The last version that it covers.</summary>
    public long LastVersionId { get; private set; } = lastVersionId;

    /// <summary>How many versions were made since the day before.</summary>
    public int Versions { get; private set; } = versions;

    public DateTimeOffset MadeAt { get; private set; } = madeAt;

    /// <summary>As it is published and kept outside the database: day, hash, and how many versions it adds.</summary>
    public string Line => FormattableString.Invariant($"{Day:yyyy-MM-dd} {Hash} {Versions}");
}

/// <summary>
/// What is left of a version that a schedule made of a draft nobody outside ever saw, when that draft was deleted: enough for the
/// heads of the days, nothing of what was written.
/// </summary>
[StaysInNewsroom]
public sealed class DeletedVersion(long id, Guid article, int number, string hash)
{
    /// <summary>The version's own.</summary>
    public long Id { get; private set; } = id;
    public Guid Article { get; private set; } = article;
    public int Number { get; private set; } = number;
    public string Hash { get; private set; } = hash;
}
