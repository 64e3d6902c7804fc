using Broadsheet.CopyDesk.Dates;
using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>
/// "Wednesday", "next week": each becomes a quiet date mark when the story goes out, so that it is only asked about when the day
/// cannot be known, lies more than a week off, or the story runs again on another day.
/// </summary>
internal sealed class RelativeDays() : Rule("relative-day", Harm.Fact, Severity.Ask)
{
    public override void Check(CopyReading copy, Report report)
    {
        var runsAgain = copy.Copy is { FirstDay: { } first, Day: { } today } && today > first.AddDays(7);
        foreach (var passage in copy.Sentences)
        {
            foreach (var day in RelativeDay.In(passage, copy.Lists, copy.Copy.PlainLanguage))
            {
                if (passage.Passage.Dated.Any(mark => mark.Touches(day.At)) && !runsAgain) continue;
                if (copy.Copy.Day is not { } from) report.Add(passage, day.At, key: "unknown");
                else if (runsAgain) report.Add(passage, day.At, null, "again", ("date", Written(day.On(copy.Copy.FirstDay!.Value))));
                else if (day.On(from) is { IsDay: true } resolved && Math.Abs(resolved.Day.DayNumber - from.DayNumber) > 7) report.Add(passage, day.At, null, "far", ("date", Written(resolved)));
            }
        }
    }

    private static string Written(CalendarDate date) => date.IsDay ? date.Day.ToString("dddd d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture) : date.Iso;
}
