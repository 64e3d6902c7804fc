using System.Globalization;
using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Dates;

/// <summary>
/// Words that mean a day only beside the day they were written on. The lists give each a code: w3 Wednesday (its tense says
/// which), w3n of next week, w3f the coming one, w3p the one just gone, d-1 yesterday, W+1 next week, M-1 last month, Y+1 next year.
/// </summary>
internal sealed record RelativeDay(Stretch At, string Code, bool IsAhead)
{
    public static IEnumerable<RelativeDay> In(PassageReading passage, Lists lists, string language)
    {
        if (passage.Passage.Place is Place.AltText or Place.Quote or Place.PullQuote) yield break;
        var (before, after, months) = (lists.Set("not-days-before"), lists.Set("not-days-after"), lists.Set("months"));
        var days = lists.Phrases("days");
        for (var at = 0; at < passage.Words.Count; at++)
        {
            if (days.At(passage, at) is not { Entry: { Length: > 0 } code } match) continue;
            at = match.Last;
            // "Tuesday" over a forecast or a programme: nothing tells which.
            if (code[0] == 'w' && passage.Words.Count <= 3) continue;
            if (passage.IsQuoted(match.At.Start) || passage.IsLinked(match.At.Start) && passage.Words.Count < 3) continue;
            if (match.First > 0 && passage.AreJoined(match.First - 1) && before.Contains(passage.Words[match.First - 1].Key)) continue;
            if (match.Last + 1 < passage.Words.Count && passage.AreJoined(match.Last) && after.Contains(passage.Words[match.Last + 1].Key)) continue;
            // "Every Thursday and Friday": the second is as little a day as the first.
            if (match.First > 1 && passage.AreJoined(match.First - 1) && passage.AreJoined(match.First - 2) && days.At(passage, match.First - 1) is not null && before.Contains(passage.Words[match.First - 2].Key)) continue;
            // "On a wet Wednesday" is any of them.
            if (match.First > 1 && passage.AreJoined(match.First - 1) && passage.AreJoined(match.First - 2) && before.Contains($"{passage.Words[match.First - 2].Key} *")) continue;
            // "Wednesday, March 15", "miércoles 15": the date stands beside it.
            if (code[0] == 'w' && IsDated(passage, match, months)) continue;
            // Monday's and Monday are one day; the mark keeps to the day's own word.
            var isOwner = passage.Words[match.Last].Key.EndsWith("'s", StringComparison.Ordinal);
            yield return new(isOwner ? match.At with { Length = match.At.Length - 2 } : match.At, code, code[0] == 'w' && code.Length == 2 && Tense.IsAhead(passage, match, lists));
        }
    }

    public CalendarDate On(DateOnly from)
    {
        var rest = Code[1..];
        return Code[0] switch
        {
            'd' => CalendarDate.OfDay(from.AddDays(Number(rest))),
            'W' => CalendarDate.OfWeek(from.AddDays(7 * Number(rest))),
            'M' => CalendarDate.OfMonth(from.AddMonths(Number(rest))),
            'Y' => CalendarDate.OfYear(from.AddYears(Number(rest))),
            _ => CalendarDate.OfDay(Weekday(from, rest[0] - '0', rest.Length > 1 ? rest[1] : ' ')),
        };
    }

    // Monday is 1, Sunday 7. On its own day the word means today.
    private DateOnly Weekday(DateOnly from, int weekday, char which)
    {
        var today = from.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)from.DayOfWeek;
        var (ahead, back) = ((weekday - today + 7) % 7, (today - weekday + 7) % 7);
        return which switch
        {
            'n' => from.AddDays(7 - today + weekday),
            'f' => from.AddDays(ahead == 0 ? 7 : ahead),
            'p' => from.AddDays(back == 0 ? -7 : -back),
            _ => IsAhead ? from.AddDays(ahead) : from.AddDays(-back),
        };
    }

    private static bool IsDated(PassageReading passage, PhraseMatch match, IReadOnlySet<string> months)
    {
        if (match.Last + 1 >= passage.Words.Count) return false;
        var next = passage.Words[match.Last + 1];
        var between = passage.Text.AsSpan(match.At.End, next.Start - match.At.End).Trim();
        if (!(between.IsEmpty || between is "," or ", the" or "(") || next.Start - match.At.End > 3) return false;
        return months.Contains(next.Key) || next.IsNumber && int.TryParse(next.Key.TrimEnd('s', 't', 'n', 'd', 'r', 'h'), CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31
            && match.Last + 2 < passage.Words.Count && (months.Contains(passage.Words[match.Last + 2].Key) || passage.Words[match.Last + 2].Key == "de");
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
