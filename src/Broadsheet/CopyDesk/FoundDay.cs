using Broadsheet.CopyDesk.Dates;
using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk;

/// <summary>A weekday or the like, and the date that it is marked with when the story goes out.</summary>
public sealed record FoundDay(string Block, int Start, int Length, string Words, string Date)
{
    public static IReadOnlyList<FoundDay> In(Copy copy)
    {
        if (copy.Day is not { } day) return [];
        var reading = new CopyReading(copy);
        return [.. reading.Body.SelectMany(passage => RelativeDay.In(passage, reading.Lists, copy.PlainLanguage)
            .Select(found => new FoundDay(passage.Passage.Block, found.At.Start, found.At.Length, passage.Text.Substring(found.At.Start, found.At.Length), found.On(copy.FirstDay ?? day).Iso)))];
    }
}
