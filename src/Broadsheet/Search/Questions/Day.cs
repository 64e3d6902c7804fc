using System.Globalization;
using System.Text.RegularExpressions;
using Broadsheet.Document.Folding;

namespace Broadsheet.Search.Questions;

/// <summary>A day, a month or a year as typed: it begins then, on the edition's clock.</summary>
public readonly partial record struct Day(DateOnly First)
{
    /// <summary>2026, 2026-11 or 2026-11-28, with points or slashes too and in any digits; null: it is none.</summary>
    internal static Day? Read(string typed)
    {
        var digits = string.Concat(typed.Select(letter => char.IsDigit(letter) ? FoldedText.Of([letter]) : letter.ToString()));
        if (Written().Match(digits) is not { Success: true } match) return null;

        int Number(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 1;
        var (year, month, day) = (Number(1), Number(2), Number(3));
        return year is > 0 and < 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(new DateOnly(year, month, day)) : null;
    }

    internal DateTimeOffset At(TimeZoneInfo zone)
    {
        var local = First.ToDateTime(TimeOnly.MinValue);
        return new(local, zone.GetUtcOffset(zone.IsInvalidTime(local) ? local.AddHours(1) : local));
    }

    [GeneratedRegex(@"^([0-9]{4})(?:[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?)?$")]
    private static partial Regex Written();
}
