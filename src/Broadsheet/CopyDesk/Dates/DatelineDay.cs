using System.Globalization;
using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Dates;

/// <summary>The day that a dateline names: "MOSCOW, March 17". Without a year it is the one nearest to publication.</summary>
internal static class DatelineDay
{
    public static DateOnly? Of(string dateline, string language, DateOnly published)
    {
        var words = Reading.Words.Of(dateline);
        var (month, day, year) = (0, 0, 0);
        foreach (var word in words)
        {
            if (!word.IsNumber) month = month == 0 ? MonthOf(word.Key, language) : month;
            else if (int.TryParse(word.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 31) day = number;
            else if (number is >= 1500 and <= 2200) year = number;
        }

        if (month == 0 || day == 0 || day > DateTime.DaysInMonth(2024, month)) return null;
        if (year > 0) return In(year);
        return new[] { In(published.Year - 1), In(published.Year), In(published.Year + 1) }.OfType<DateOnly>().OrderBy(one => Math.Abs(one.DayNumber - published.DayNumber)).Cast<DateOnly?>().FirstOrDefault();

        DateOnly? In(int inYear) => day <= DateTime.DaysInMonth(inYear, month) ? new DateOnly(inYear, month, day) : null;
    }

    private static int MonthOf(string key, string language)
    {
        var names = CultureInfo.GetCultureInfo(language).DateTimeFormat;
        for (var month = 1; month <= 12; month++)
        {
            var name = Letters.KeyOf(names.MonthNames[month - 1]);
            // "Mar", "Sept", and the prefix of Hebrew: במרץ.
            if (key.Length >= 3 && (name.StartsWith(key, StringComparison.Ordinal) || key[1..] == name)) return month;
        }

        return 0;
    }
}
