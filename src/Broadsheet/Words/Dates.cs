
namespace Broadsheet.Words;

/// <summary>Days and moments as the newsroom reads them, in the language spoken; how each is written is a text (<c>date.…</c>), so that Spanish has its "de". Times are local already.</summary>
public static class Dates
{
    /// <summary>"27 Nov".</summary>
    public static string DayOfYear(DateOnly day) => Say(day.ToDateTime(default), "day-of-year");

    /// <summary>"27 Nov 2026".</summary>
    public static string Day(DateTimeOffset at) => Say(at.DateTime, "day");

    /// <inheritdoc cref="Day(DateTimeOffset)"/>
    public static string Day(DateOnly day) => Say(day.ToDateTime(default), "day");

    /// <summary>"Fri 27 Nov".</summary>
    public static string Weekday(DateOnly day) => Say(day.ToDateTime(default), "weekday");

    /// <summary>"Friday, 27 November".</summary>
    public static string Whole(DateTimeOffset at) => Say(at.DateTime, "whole");

    /// <summary>"November 2026".</summary>
    public static string Month(DateOnly day) => Say(day.ToDateTime(default), "month");

    /// <summary>"27 Nov 2026, 06:00".</summary>
    public static string Minute(DateTimeOffset at) => Say(at.DateTime, "minute");

    /// <summary>"27 Nov, 06:00".</summary>
    public static string MinuteOfYear(DateTimeOffset at) => Say(at.DateTime, "minute-of-year");

    /// <summary>"Fri 06:00".</summary>
    public static string MinuteOfWeek(DateTimeOffset at) => at.ToString("ddd HH:mm", Spoken.Culture);

    private static string Say(DateTime at, string how) => at.ToString(Texts.T($"date.{how}"), Spoken.Culture);
}
