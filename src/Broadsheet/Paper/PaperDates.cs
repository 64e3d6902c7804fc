using System.Globalization;
using Broadsheet.Paper.Themes;
using Broadsheet.Paper.Views;

namespace Broadsheet.Paper;

/// <summary>Writes times in an edition's language and zone. The patterns stand in the strings files ("date.day"),
/// because which order and which words are usual is a matter of language, and of the paper's taste.</summary>
public sealed class PaperDates(string language, string timeZone, ThemeStrings strings)
{
    public string Language { get; } = language;

    /// <summary>The language's own calendar goes with it: Persian papers date by the Persian one.</summary>
    public CultureInfo Culture { get; } = CultureFor(language);

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var known) ? known : TimeZoneInfo.Utc;

    /// <param name="pattern">A name such as "day", "clock", "long-day".</param>
    public string Print(DateTimeOffset moment, string pattern)
    {
        var format = strings.Find(Language, $"date.{pattern}")?.Print(Culture, name => throw new FormatException($"A date has no {name}."), _ => 0)
            ?? throw new InvalidOperationException($"The strings files have no date.{pattern}.");
        return TimeZoneInfo.ConvertTime(moment, Zone).ToString(format, Culture);
    }

    /// <summary>"GMT+2": .NET knows no zone abbreviations, and readers elsewhere do not know them either.</summary>
    public string ZoneName(DateTimeOffset moment)
    {
        var offset = Zone.GetUtcOffset(moment);
        var minutes = offset.Minutes == 0 ? "" : ":" + Math.Abs(offset.Minutes).ToString("00", CultureInfo.InvariantCulture);
        return offset == TimeSpan.Zero ? "GMT" : $"GMT{(offset < TimeSpan.Zero ? "−" : "+")}{Math.Abs(offset.Hours)}{minutes}";
    }

    private static CultureInfo CultureFor(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}

/// <summary>A moment, in as many words as the place in the page has room for.</summary>
public sealed class MomentView(DateTimeOffset moment, PaperDates dates) : View
{
    /// <summary>For the datetime attribute.</summary>
    public string Iso => moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>The day alone, in the edition's zone, for the datetime attribute.</summary>
    public string IsoDay => TimeZoneInfo.ConvertTime(moment, dates.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"23 November 2026, 21:40 GMT+2".</summary>
    public string Full => $"{dates.Print(moment, "moment")} {dates.ZoneName(moment)}";

    public string LongDay => dates.Print(moment, "long-day");
    public string Day => dates.Print(moment, "day");
    public string ShortDay => dates.Print(moment, "short-day");
    public string Clock => dates.Print(moment, "clock");
    /// <summary>"November 2026".</summary>
    public string Month => dates.Print(moment, "month");
    public string MonthName => dates.Print(moment, "month-name");
    public string Year => dates.Print(moment, "year");
}
