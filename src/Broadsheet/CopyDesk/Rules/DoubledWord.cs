using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

internal sealed class DoubledWord() : Rule("doubled-word", Harm.Grammar, Severity.Ask)
{
    public override void Check(CopyReading copy, Report report)
    {
        // "had had", "that that", "Duran Duran", "גם וגם": each language knows some that are right.
        var right = copy.Lists.Set("doubled");
        foreach (var passage in copy.Passages)
        {
            for (var at = 0; at + 1 < passage.Words.Count; at++)
            {
                var (word, next) = (passage.Words[at], passage.Words[at + 1]);
                if (word.Key != next.Key || word.IsNumber || !passage.AreJoined(at) || right.Contains(word.Key) || IsDistributive(word.Key)) continue;
                // Two capitals inside a sentence are a name: Baden Baden.
                if (word.IsCapital && next.IsCapital || at + 2 < passage.Words.Count && passage.Words[at + 2].Key == word.Key) continue;
                report.Add(passage, new(word.Start, next.End - word.Start), passage.TextOf(word));
                at++;
            }
        }
    }

    // In Hebrew and Arabic a noun said twice goes through them one by one (שורה שורה, لكمة لكمة): there only small words and
    // those with an article or a preposition are slips.
    private static bool IsDistributive(string key) =>
        Letters.IsHebrew(key[0]) && key.Length > 3 && key[0] is not ('ה' or 'ב' or 'ל' or 'ו' or 'ש')
        || Letters.IsArabic(key[0]) && key.Length > 3 && !key.StartsWith("ال", StringComparison.Ordinal);
}
