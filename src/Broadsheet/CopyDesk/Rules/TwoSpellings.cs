using Broadsheet.CopyDesk.Reading;
using Broadsheet.CopyDesk.Reading.People;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>One name spelt in two ways: Zelensky and Zelenskyy, Aleksey and Alexey, or a spelling that the people list calls wrong.</summary>
internal sealed class TwoSpellings() : Rule("two-spellings", Harm.Fact, Severity.Ask)
{
    private const int LongEnough = 6;

    public override void Check(CopyReading copy, Report report)
    {
        Known(copy, report);
        var people = copy.People.GroupBy(person => person.Key).Select(group => group.First()).ToList();
        for (var late = 1; late < people.Count; late++)
        {
            var other = people.Take(late).FirstOrDefault(early => AreOne(early, people[late]));
            if (other is not null) report.Add(people[late].Passage, people[late].At, null, null, ("other", other.Name));
        }

        Alone(copy, people, report);
    }

    private static void Known(CopyReading copy, Report report)
    {
        foreach (var person in copy.Copy.House.People)
        {
            if (person.Wrong is not { Count: > 0 } wrong) continue;
            var spellings = PhraseList.Parse(wrong.Select(name => $"{name} => {(name.Contains(' ', StringComparison.Ordinal) ? person.Name : person.Family.Length > 0 ? person.Family : person.Name)}"), copy.Copy.PlainLanguage);
            foreach (var passage in copy.Passages)
                foreach (var match in spellings.In(passage)) report.Add(passage, match.At, match.Fix, null, ("other", match.Fix));
        }
    }

    // The same in one part and nearly the same in the other.
    private static bool AreOne(Mention one, Mention other)
    {
        if (one.Parts.Length != other.Parts.Length) return false;
        var near = 0;
        for (var part = 0; part < one.Parts.Length; part++)
        {
            var (left, right) = (Letters.KeyOf(one.Parts[part]), Letters.KeyOf(other.Parts[part]));
            if (left == right) continue;
            if (Math.Min(left.Length, right.Length) < 5 || left[0] != right[0] || !Spelling.IsNear(left, right)) return false;
            near++;
        }

        return near == 1;
    }

    // A family name alone, a letter off.
    private static void Alone(CopyReading copy, List<Mention> people, Report report)
    {
        var families = people.Select(person => (Key: Letters.KeyOf(person.FamilyName), person.FamilyName)).Where(one => one.Key.Length >= LongEnough).DistinctBy(one => one.Key).ToList();
        if (families.Count == 0) return;
        HashSet<string> right = [.. people.SelectMany(person => person.Parts).Select(part => Letters.KeyOf(part)), .. copy.Lists.Set("not-names")];
        foreach (var passage in copy.Passages.Where(passage => passage.Passage.Place is not (Place.Headline or Place.ShortHeadline)))
        {
            for (var at = 0; at < passage.Words.Count; at++)
            {
                var word = passage.Words[at];
                var key = word.Key.EndsWith("'s", StringComparison.Ordinal) ? word.Key[..^2] : word.Key;
                if (!word.IsCapital || key.Length < LongEnough - 1 || right.Contains(key) || copy.People.Any(person => person.Passage == passage && person.At.Holds(word.Start)) || IsInRun(passage, at)) continue;
                foreach (var (family, name) in families)
                {
                    if (family[0] != key[0] || !Spelling.IsNear(family, key) || Spelling.IsInflection(family, key)) continue;
                    report.Add(passage, new(word.Start, key.Length), name, null, ("other", name));
                    break;
                }
            }
        }
    }

    private static bool IsInRun(PassageReading passage, int at) =>
        passage.AreJoined(at) && passage.Words[at + 1].IsCapital || at > 0 && passage.AreJoined(at - 1) && passage.Words[at - 1].IsCapital && !passage.BeginsSentence(at - 1);
}
