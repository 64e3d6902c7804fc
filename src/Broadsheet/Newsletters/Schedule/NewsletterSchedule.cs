using Broadsheet.Editions;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Newsletters.Schedule;

public enum Rhythm { Daily, Weekly }

/// <summary>Which of the stories that are new go in first.</summary>
public enum Filling { Newest, MostRead }

/// <summary>What an issue that makes itself is filled with.</summary>
/// <param name="Sections">Of these alone; empty: of all.</param>
public sealed record FillingRules(Filling Filling, IReadOnlyList<long> Sections, int Most);

/// <summary>When a newsletter goes out by itself, and what with. Without one its issues are made by hand.</summary>
[StaysInNewsroom]
public sealed class NewsletterSchedule(long newsletterId)
{
    public long Id { get; private set; }
    public long NewsletterId { get; private set; } = newsletterId;

    /// <summary>Null: by hand.</summary>
    public Rhythm? Rhythm { get; private set; }

    /// <summary>The day of a weekly one.</summary>
    public DayOfWeek Day { get; private set; } = DayOfWeek.Monday;

    /// <summary>The time on the edition's clock.</summary>
    public TimeOnly At { get; private set; } = new(7, 0);

    public FillingRules Rules { get; private set; } = new(Filling.Newest, [], 8);

    /// <summary>When the next issue goes out.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Grows with every save of the form.</summary>
    public long Revision { get; private set; } = 1;

    public void Choose(Rhythm? rhythm, DayOfWeek day, TimeOnly at, FillingRules rules, Edition edition, DateTimeOffset now)
    {
        (Rhythm, Day, At, Rules) = (rhythm, day, at, rules);
        NextAt = After(now, edition);
        Revision++;
    }

    /// <summary>How long before its hour an issue is made and shown to the desk.</summary>
    public static readonly TimeSpan ProofBefore = TimeSpan.FromMinutes(30);

    /// <summary>The issue that was due is made, or there is nothing for it.</summary>
    public void GoOn(Edition edition, DateTimeOffset now) => NextAt = NextAt is { } due ? After(due > now ? due : now, edition) : null;

    /// <summary>
    /// The first time after a moment at which it goes out. A time that a change of clocks skips is taken an hour later, of one that comes twice
    /// only the first counts (<see cref="LocalClock"/>).
    /// </summary>
    public DateTimeOffset? After(DateTimeOffset moment, Edition edition)
    {
        if (Rhythm is null) return null;
        var today = edition.LocalTime(moment).Date;
        return Enumerable.Range(0, 9).Select(days => today.AddDays(days)).Where(date => Rhythm == Schedule.Rhythm.Daily || date.DayOfWeek == Day)
            .Select(date => edition.InstantOf(date + At.ToTimeSpan())).First(instant => instant > moment);
    }
}
