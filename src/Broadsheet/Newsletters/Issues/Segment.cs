using Broadsheet.Editions;
using Broadsheet.Giving;
using Broadsheet.Storage;

namespace Broadsheet.Newsletters.Issues;

public enum ForWhom
{
    Everybody,
    Supporters,

    /// <summary>Those who are no supporters.</summary>
    Others,
}

/// <summary>For whom among its newsletter's subscribers an issue is. Days are those of the edition's calendar.</summary>
/// <param name="GaveSince">From which day on a gift makes a supporter; null: within twelve months.</param>
/// <param name="JoinedFrom">Who subscribes since this day or later.</param>
/// <param name="JoinedUntil">Who subscribes since this day or earlier.</param>
public sealed record Segment(ForWhom ForWhom, DateOnly? GaveSince, DateOnly? JoinedFrom, DateOnly? JoinedUntil)
{
    public static Segment All { get; } = new(ForWhom.Everybody, null, null, null);

    /// <summary>Whether it leaves nobody out. What is not for all is not shown on the web either.</summary>
    public bool IsAll => this == All;

    /// <summary>Who would get it now.</summary>
    public IQueryable<Subscription> Of(Newsletter newsletter, Edition edition, Newspaper newspaper, DateTimeOffset now)
    {
        var found = newspaper.Subscriptions.Active(newsletter.Id);
        if (Start(JoinedFrom) is { } first) found = found.Where(row => row.StartedAt >= first);
        if (Start(JoinedUntil?.AddDays(1)) is { } end) found = found.Where(row => row.StartedAt < end);
        if (ForWhom == ForWhom.Everybody) return found;

        var (supporters, wanted) = (newspaper.Supporters(Start(GaveSince), now), ForWhom == ForWhom.Supporters);
        return found.Where(row => supporters.Any(reader => reader.Id == row.ReaderId) == wanted);

        DateTimeOffset? Start(DateOnly? day) => day is { } given ? edition.InstantOf(given.ToDateTime(TimeOnly.MinValue)) : null;
    }
}
