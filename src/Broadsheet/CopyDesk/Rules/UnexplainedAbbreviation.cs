using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>An abbreviation that the story never explains, and that not everybody knows.</summary>
internal sealed class UnexplainedAbbreviation() : Rule("abbreviation", Harm.Style, Severity.Hint)
{
    public override void Check(CopyReading copy, Report report)
    {
        var known = copy.Lists.Set("known");
        var everywhere = Lists.Of("any").Set("known");
        HashSet<string> own = [.. copy.Copy.House.Rows.Where(row => row.Kind == HouseKind.Abbreviation).SelectMany(row => row.Find.Split(';', StringSplitOptions.TrimEntries)).Select(name => Letters.KeyOf(name))];
        HashSet<string> told = [];
        foreach (var passage in copy.Sentences.Where(passage => passage.Passage.Place is not (Place.AltText or Place.Heading)))
        {
            for (var at = 0; at < passage.Words.Count; at++)
            {
                var word = passage.Words[at];
                var text = passage.TextOf(word);
                if (!IsAbbreviation(text) || known.Contains(word.Key) || everywhere.Contains(word.Key) || own.Contains(word.Key) || !told.Add(word.Key)) continue;
                // In the company of other capitals it is a shout or a name in capitals.
                if (IsShouted(passage, at) || IsExplained(copy, text)) continue;
                report.Add(passage, word.At);
            }
        }
    }

    private static bool IsAbbreviation(string text) => text.Length is >= 2 and <= 6 && text.All(char.IsUpper) && !text.All(letter => letter is 'I' or 'V' or 'X' or 'L' or 'C' or 'M');

    private static bool IsShouted(PassageReading passage, int at) =>
        at > 0 && passage.AreJoined(at - 1) && IsCapitals(passage, at - 1) || passage.AreJoined(at) && IsCapitals(passage, at + 1);

    private static bool IsCapitals(PassageReading passage, int at) => passage.Words[at].Length > 1 && passage.TextOf(passage.Words[at]).All(char.IsUpper);

    // "(ABC)", "ABC (the …)", "ABC, the …", or words whose first letters it is.
    private static bool IsExplained(CopyReading copy, string name) => copy.Passages.Any(passage =>
        passage.Text.Contains($"({name}", StringComparison.Ordinal) || passage.Text.Contains($"{name} (", StringComparison.Ordinal)
        || passage.Text.Contains($"{name}, the ", StringComparison.Ordinal) || SpellsOut(passage, name));

    private static bool SpellsOut(PassageReading passage, string name)
    {
        for (var first = 0; first < passage.Words.Count; first++)
        {
            if (!passage.Words[first].IsCapital || passage.Words[first].Length < 3) continue;
            var (letter, at) = (0, first);
            while (letter < name.Length && at < passage.Words.Count && at < first + name.Length + 4)
            {
                var initial = char.ToUpperInvariant(passage.Text[passage.Words[at].Start]);
                if (passage.Words[at].Length > 1 && initial == name[letter] && (passage.Words[at].IsCapital || letter > 0)) letter++;
                else if (passage.Words[at].IsCapital) break;
                at++;
            }

            if (letter == name.Length) return true;
        }

        return false;
    }
}
