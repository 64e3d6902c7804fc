using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>
/// Two sentences held together by commas round "however": "All must be respected, however, it has refused". A clause that
/// cannot stand alone before it ("When it rains, however, they stay") is right, so a verb is looked for there.
/// </summary>
internal sealed class CommaSplice() : Rule("comma-splice", Harm.Grammar, Severity.Ask, "en")
{
    public override void Check(CopyReading copy, Report report)
    {
        var (verbs, openers, subjects) = (copy.Lists.Set("finite-verbs"), copy.Lists.Set("clause-openers"), copy.Lists.Set("subjects"));
        foreach (var passage in copy.Sentences)
        {
            for (var at = 2; at + 1 < passage.Words.Count; at++)
            {
                var word = passage.Words[at];
                if (word.Key is not ("however" or "nevertheless" or "therefore" or "moreover") || !Follows(passage, at - 1, ",") || !subjects.Contains(passage.Words[at + 1].Key)) continue;
                var after = passage.Text.AsSpan(word.End, passage.Words[at + 1].Start - word.End).Trim();
                if (!(after.IsEmpty || after is ",") || passage.IsQuoted(word.Start)) continue;

                var sentence = passage.WordsIn(passage.SentenceAt(word.Start)).Start.Value;
                var clause = passage.Words.GetRange(sentence, at - sentence);
                if (clause.Count < 3 || openers.Contains(clause[0].Key) || !clause.Exists(one => verbs.Contains(one.Key))) continue;

                var comma = passage.Words[at - 1].End;
                report.Add(passage, new(comma, word.End - comma), $"; {passage.TextOf(word)}", null, ("word", passage.TextOf(word)));
            }
        }
    }

    private static bool Follows(PassageReading passage, int word, string sign) =>
        passage.Text.AsSpan(passage.Words[word].End, passage.Words[word + 1].Start - passage.Words[word].End).Trim().SequenceEqual(sign);
}
