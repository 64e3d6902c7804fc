using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>Words that decide for the reader (regime, claims): those shipped, and those of the paper's list.</summary>
internal sealed class LoadedWords() : Rule("loaded-word", Harm.Fact, Severity.Hint)
{
    public override void Check(CopyReading copy, Report report)
    {
        var (innocent, pronouns) = (copy.Lists.Set("innocent-regimes"), copy.Lists.Set("subjects"));
        foreach (var passage in copy.Passages.Where(passage => passage.Passage.Place != Place.AltText))
        {
            foreach (var match in copy.Lists.Phrases("loaded").In(passage))
            {
                if (passage.IsQuoted(match.At.Start) || match.First > 0 && innocent.Contains(passage.Words[match.First - 1].Key)) continue;
                if (passage.Words[match.First].Key is "claims" or "claim" && !IsVerb(passage, match, pronouns)) continue;
                report.Add(passage, match.At, match.Fix);
            }
        }
    }

    // "claims to be", "he claims that": territorial claims and insurance claims are a noun.
    private static bool IsVerb(PassageReading passage, PhraseMatch match, IReadOnlySet<string> pronouns)
    {
        if (match.First == 0 || !passage.AreJoined(match.Last)) return false;
        var (before, next) = (passage.Words[match.First - 1], passage.Words[match.Last + 1]);
        var hasSubject = before.IsCapital || before.Key is "who" or "government" or "company" || before.Key.EndsWith("ly", StringComparison.Ordinal) || pronouns.Contains(before.Key);
        var goesOn = next.Key is "that" or "it" or "he" or "she" or "they" || next.Key == "to" && passage.AreJoined(match.Last + 1) && !passage.Words[match.Last + 2].IsCapital;
        return hasSubject && goesOn;
    }
}
