using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>
/// Commas round a name that follows its title: "Foreign Ministry spokesperson, Wang Wenbin, said". With an article or an
/// owner before the title ("the ministry's spokesperson, Wang Wenbin,") the commas are right.
/// </summary>
internal sealed class TitleCommas() : Rule("title-commas", Harm.Grammar, Severity.Ask, "en")
{
    public override void Check(CopyReading copy, Report report)
    {
        var (determiners, links) = (copy.Lists.Set("determiners"), copy.Lists.Set("title-links"));
        var verbs = copy.Lists.Set("said").Union(copy.Lists.Set("finite-verbs")).ToHashSet();
        foreach (var person in copy.People)
        {
            var passage = person.Passage;
            var first = passage.FirstWordAt(person.At.Start);
            if (person.Role == "" || first == 0 || passage.Words[first - 1].Key != person.Role || passage.IsQuoted(person.At.Start)) continue;
            var title = passage.Words[first - 1];
            if (passage.Text.AsSpan(title.End, person.At.Start - title.End).Trim() is not ",") continue;
            if (person.At.End >= passage.Text.Length || passage.Text[person.At.End] != ',') continue;
            if (IsDetermined(passage, first - 1, determiners, links, verbs)) continue;

            report.Add(passage, new(title.Start, person.At.End + 1 - title.Start), $"{passage.TextOf(title)} {person.Name}", null, ("name", person.Name));
        }
    }

    // A title has at most so many plain words before its last: "the deputy trade commissioner".
    private const int PlainWords = 3;

    // Walks back over the words that belong to the title.
    private static bool IsDetermined(PassageReading passage, int title, IReadOnlySet<string> determiners, IReadOnlySet<string> links, IReadOnlySet<string> verbs)
    {
        var plain = 0;
        for (var at = title - 1; at >= 0 && passage.AreJoined(at); at--)
        {
            var word = passage.Words[at];
            if (determiners.Contains(word.Key) || word.Key.EndsWith("'s", StringComparison.Ordinal) || word.Key.EndsWith("s'", StringComparison.Ordinal) || passage.Text.AsSpan(word.End) is ['’' or '\'', ..]) return true;
            if (!word.IsCapital && !links.Contains(word.Key) && (++plain > PlainWords || verbs.Contains(word.Key))) return false;
        }

        return false;
    }
}
