using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>
/// Words for "said" that take sides: stressed, confirmed, admitted. Only where they bring what somebody said: before
/// "that", beside a quotation. Stressed workers and confirmed cases are none of it.
/// </summary>
internal sealed class SaidWords() : Rule("said-word", Harm.Fact, Severity.Hint)
{
    public override void Check(CopyReading copy, Report report)
    {
        var (taking, that) = (copy.Lists.Phrases("said-words"), copy.Lists.Set("that"));
        foreach (var passage in copy.Prose)
        {
            foreach (var match in taking.In(passage))
            {
                if (passage.IsQuoted(match.At.Start) || !BringsWords(passage, match, that)) continue;
                report.Add(passage, match.At, match.Fix);
            }
        }
    }

    private static bool BringsWords(PassageReading passage, PhraseMatch match, IReadOnlySet<string> that)
    {
        if (passage.AreJoined(match.Last) && that.Contains(passage.Words[match.Last + 1].Key)) return !IsPassive(passage, match.First);
        // In Hebrew and Arabic "that" is written in one with the next word.
        if (that.Contains("ש*") && passage.AreJoined(match.Last) && passage.Words[match.Last + 1].Key is ['ש' or 'כ', _, _, ..]) return true;
        var after = match.At.End;
        while (after < passage.Text.Length && (Letters.IsSpace(passage.Text[after]) || passage.Text[after] is ',' or ':')) after++;
        if (after < passage.Text.Length && passage.IsQuoted(after)) return !IsPassive(passage, match.First);

        // “…,” Wenbin stressed
        var words = passage.WordsIn(passage.SentenceAt(match.At.Start));
        for (var at = match.First - 1; at >= Math.Max(words.Start.Value, match.First - 4); at--)
            if (passage.IsQuoted(passage.Words[at].Start)) return true;
        return false;
    }

    private static bool IsPassive(PassageReading passage, int at) => at > 0 && passage.Words[at - 1].Key is "was" or "were" or "is" or "are" or "be" or "been" or "being" or "it's";
}
