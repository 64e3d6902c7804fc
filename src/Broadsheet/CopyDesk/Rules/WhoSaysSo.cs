using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>Words that judge or guess (likely, tacit) in a sentence that names nobody who does.</summary>
internal sealed class WhoSaysSo() : Rule("who-says-so", Harm.Fact, Severity.Ask)
{
    public override void Check(CopyReading copy, Report report)
    {
        var (said, sources) = (copy.Lists.Set("said"), copy.Lists.Phrases("sources"));
        foreach (var passage in copy.Prose)
        {
            foreach (var match in copy.Lists.Phrases("judging").In(passage))
            {
                if (passage.IsQuoted(match.At.Start) || !IsMeant(passage, match)) continue;
                var words = passage.WordsIn(passage.SentenceAt(match.At.Start));
                var isSaid = false;
                for (var at = words.Start.Value; at < words.End.Value && !isSaid; at++)
                    isSaid = said.Contains(passage.Words[at].Key) || sources.At(passage, at) is not null;
                if (!isSaid) report.Add(passage, match.At);
            }
        }
    }

    // "signals" is a verb before what is signalled; the traffic's are a noun.
    private static bool IsMeant(PassageReading passage, PhraseMatch match)
    {
        // "Whether that is likely" judges nothing.
        for (var at = match.First - 1; at >= Math.Max(0, match.First - 5); at--)
            if (passage.Words[at].Key is "whether" or "if" or "how" or "less" or "more") return false;
        if (passage.Words[match.First].Key is not ("signals" or "signalled" or "signaled")) return true;
        if (match.First == 0 || match.Last + 1 >= passage.Words.Count || !passage.AreJoined(match.Last)) return false;
        var next = passage.Words[match.Last + 1];
        return (next.IsCapital || next.Key is "a" or "an" or "the" or "its" or "his" or "her" or "their" or "that" or "growing" or "new" or "support")
            && passage.Words[match.First - 1].Key is not ("the" or "traffic" or "rail" or "railway" or "mixed" or "these" or "those" or "and" or "radio" or "turn" or "smoke" or "distress" or "hand" or "warning" or "phone" or "gps" or "clear");
    }
}
