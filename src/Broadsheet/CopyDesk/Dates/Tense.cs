using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Dates;

/// <summary>
/// Whether a weekday lies ahead: told by the verb nearest before it in its sentence, else by the nearest after. What
/// tells nothing is a report of what was.
/// </summary>
internal static class Tense
{
    public static bool IsAhead(PassageReading passage, PhraseMatch day, Lists lists)
    {
        var (ahead, past) = (lists.Set("ahead"), lists.Set("past"));
        // Until Wednesday.
        if (day.First > 0 && lists.Set("until").Contains(passage.Words[day.First - 1].Key) && passage.AreJoined(day.First - 1)) return true;
        var sentence = passage.WordsIn(passage.SentenceAt(day.At.Start));
        for (var at = day.First - 1; at >= sentence.Start.Value; at--)
            if (Of(passage, at, ahead, past, lists) is { } isAhead) return isAhead;
        for (var at = day.Last + 1; at < sentence.End.Value; at++)
            if (Of(passage, at, ahead, past, lists) is { } isAhead) return isAhead;
        return false;
    }

    private static bool? Of(PassageReading passage, int at, IReadOnlySet<string> ahead, IReadOnlySet<string> past, Lists lists)
    {
        if (passage.IsQuoted(passage.Words[at].Start)) return null;
        var key = passage.Words[at].Key;
        if (ahead.Contains(key)) return true;
        // "to be held on Friday", "scheduled to visit on Wednesday"
        if (at > 0 && passage.AreJoined(at - 1))
        {
            var before = passage.Words[at - 1].Key;
            // "is on Saturday", "is repeated on Thursday"
            if (before is "is" or "are" && (key == "on" || key.EndsWith("ed", StringComparison.Ordinal))) return true;
            if (lists.Set("ahead-before").Contains(before + " *") || key == "to" && lists.Set("ahead-to").Contains(before)) return true;
        }

        if (past.Contains(key)) return false;
        foreach (var ending in lists.Set("ahead-endings"))
            if (key.Length > ending.Length + 2 && key.EndsWith(ending, StringComparison.Ordinal)) return true;
        foreach (var beginning in lists.Set("ahead-beginnings"))
            if (key.Length > beginning.Length + 2 && key.StartsWith(beginning, StringComparison.Ordinal)) return true;
        foreach (var ending in lists.Set("past-endings"))
            if (key.Length > ending.Length + 2 && key.EndsWith(ending, StringComparison.Ordinal)) return false;
        return null;
    }
}
