using System.Globalization;

namespace Broadsheet.CopyDesk.Dates;

/// <summary>A day, week, month or year, as HTML's time element writes it: 2023-03-22, 2023-W12, 2023-03, 2023.</summary>
internal readonly record struct CalendarDate(string Iso, DateOnly Day, bool IsDay)
{
    public static CalendarDate OfDay(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, true);

    public static CalendarDate OfWeek(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return new(string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(moment):0000}-W{ISOWeek.GetWeekOfYear(moment):00}"), day, false);
    }

    public static CalendarDate OfMonth(DateOnly day) => new(day.ToString("yyyy-MM", CultureInfo.InvariantCulture), day, false);

    public static CalendarDate OfYear(DateOnly day) => new(day.ToString("yyyy", CultureInfo.InvariantCulture), day, false);
}
