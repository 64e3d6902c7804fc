using System.Globalization;
using Broadsheet.Editions;

namespace Broadsheet.Articles.Reading.Archive;

/// <summary>A year, a month or a day of the archive, on the edition's clock and in its language's calendar: a Persian paper has the years of the Persian one.</summary>
public sealed record ArchivePeriod(Calendar Calendar, int Year, int? Month = null, int? Day = null)
{
    /// <summary>Null: there is no such year, month or day, or it is spelled another way than its one address is.</summary>
    public static ArchivePeriod? Read(Calendar calendar, string year, string? month = null, string? day = null)
    {
        if (Number(year, 4) is not { } y || y <= calendar.GetYear(calendar.MinSupportedDateTime) || y >= calendar.GetYear(calendar.MaxSupportedDateTime)) return null;
        if (month is null) return new(calendar, y);
        if (Number(month, 2) is not { } m || m < 1 || m > calendar.GetMonthsInYear(y)) return null;
        if (day is null) return new(calendar, y, m);
        return Number(day, 2) is { } d && d >= 1 && d <= calendar.GetDaysInMonth(y, m) ? new(calendar, y, m, d) : null;
    }

    public static ArchivePeriod DayOf(Calendar calendar, DateTime local) => new(calendar, calendar.GetYear(local), calendar.GetMonth(local), calendar.GetDayOfMonth(local));

    /// <summary>The calendar that goes with a language.</summary>
    public static Calendar CalendarOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).Calendar;
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture.Calendar;
        }
    }

    /// <summary>Its first day.</summary>
    public DateTime First => Calendar.ToDateTime(Year, Month ?? 1, Day ?? 1, 0, 0, 0, 0);

    /// <summary>The first day after it.</summary>
    public DateTime End => Day is not null ? First.AddDays(1) : Month is not null ? Calendar.AddMonths(First, 1) : Calendar.AddYears(First, 1);

    public ArchivePeriod WholeMonth => this with { Day = null };
    public ArchivePeriod WholeYear => this with { Month = null, Day = null };

    /// <summary>The months of a year, or the days of a month.</summary>
    public IEnumerable<ArchivePeriod> Parts => Month is not null
        ? Enumerable.Range(1, Calendar.GetDaysInMonth(Year, Month.Value)).Select(day => this with { Day = day })
        : Enumerable.Range(1, Calendar.GetMonthsInYear(Year)).Select(month => this with { Month = month });

    /// <summary>Of a day, the month or year of the same length as this one.</summary>
    public ArchivePeriod Around(DateTime local)
    {
        var day = DayOf(Calendar, local);
        return Day is not null ? day : Month is not null ? day.WholeMonth : day.WholeYear;
    }

    public PublishedDuring On(Edition edition) => new(edition.InstantOf(First), edition.InstantOf(End));

    public string Path => string.Create(CultureInfo.InvariantCulture, $"/archive/{Year:0000}") + Two(Month) + Two(Day);

    private static string Two(int? number) => number is { } given ? string.Create(CultureInfo.InvariantCulture, $"/{given:00}") : "";

    private static int? Number(string text, int digits) =>
        text.Length == digits && text.All(char.IsAsciiDigit) ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
