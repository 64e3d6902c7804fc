using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Articles.Reading.Archive;

/// <summary>A page of the archive: of all years, of one, of a month or of a day.</summary>
public sealed class ArchivePageView : View
{
    /// <summary>"all", "year", "month" or "day".</summary>
    public required string Span { get; init; }

    /// <summary>What it is of; null on the page of all years.</summary>
    public ArchivePeriodView? Period { get; init; }

    /// <summary>What it is part of, the widest first.</summary>
    public IReadOnlyList<ArchivePeriodView> Within { get; init; } = [];

    /// <summary>The nearest before and after in which there is something; null where there is none.</summary>
    public ArchivePeriodView? Earlier { get; init; }
    public ArchivePeriodView? Later { get; init; }

    /// <summary>On the page of all years: each with its months, the newest first.</summary>
    public IReadOnlyList<ArchiveYearView> Years { get; init; } = [];

    /// <summary>On a year's page: its months.</summary>
    public IReadOnlyList<ArchivePeriodView> Months { get; init; } = [];

    /// <summary>On a month's page: short names of the days of the week, as the language begins it.</summary>
    public IReadOnlyList<string> Weekdays { get; init; } = [];

    /// <summary>On a month's page.</summary>
    public IReadOnlyList<ArchiveWeekView> Weeks { get; init; } = [];

    /// <summary>On a day's page: what went out, in the order in which it did.</summary>
    public IReadOnlyList<StoryView> Stories { get; init; } = [];

    internal static IReadOnlyList<ArchiveWeekView> WeeksOf(IReadOnlyList<ArchivePeriodView> days, DayOfWeek begins)
    {
        var ahead = ((int)days[0].First.DayOfWeek - (int)begins + 7) % 7;
        return [.. Enumerable.Repeat<ArchivePeriodView?>(null, ahead).Concat(days).Chunk(7)
            .Select(week => new ArchiveWeekView([.. week.Concat(Enumerable.Repeat<ArchivePeriodView?>(null, 7 - week.Length)).Select(day => new ArchiveDayView(day))]))];
    }
}

public sealed class ArchivePeriodView(ArchivePeriod period, PaperEdition edition, int count = 0) : View
{
    public string Href => edition.At(period.Path);

    /// <summary>A moment within its first day, to print its name by.</summary>
    public DateTimeOffset First { get; } = NoonOf(period.First, edition.Zone);

    /// <summary>Of a day: which of its month.</summary>
    public int Number => period.Day ?? 0;

    /// <summary>How many stories went out; 0 also where nobody counted.</summary>
    public int Count => count;

    // Noon is on every clock.
    private static DateTimeOffset NoonOf(DateTime day, TimeZoneInfo zone) => day.AddHours(12) is var noon ? new(noon, zone.GetUtcOffset(noon)) : default;
}

public sealed class ArchiveYearView(ArchivePeriodView year, IReadOnlyList<ArchivePeriodView> months) : View
{
    public ArchivePeriodView Year => year;

    /// <summary>Those in which there is something, in their order.</summary>
    public IReadOnlyList<ArchivePeriodView> Months => months;
}

public sealed class ArchiveWeekView(IReadOnlyList<ArchiveDayView> days) : View
{
    /// <summary>Seven.</summary>
    public IReadOnlyList<ArchiveDayView> Days => days;
}

/// <summary>A square of a month's calendar.</summary>
public sealed class ArchiveDayView(ArchivePeriodView? period) : View
{
    /// <summary>Null where the day is another month's.</summary>
    public ArchivePeriodView? Period => period;
}
