using System.Globalization;
using Broadsheet.CopyDesk.Reading;
using Broadsheet.CopyDesk.Reading.People;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>
/// A second mention by a part of the name that is not the family's: Wang Wenbin, then "Wenbin said". Names whose family
/// name stands first are told by their form; for western ones the given name must say or do something beside a said-word.
/// </summary>
internal sealed class GivenName() : Rule("given-name", Harm.Fact, Severity.Ask)
{
    public override void Check(CopyReading copy, Report report)
    {
        var said = copy.Lists.Set("said");
        var people = copy.People.GroupBy(person => person.Key).Select(group => group.First()).ToList();
        foreach (var person in people)
        {
            if (!person.IsFamilyFirst && (people.Exists(other => other.Key != person.Key && Same(other.FamilyName, person.FamilyName)) || IsChild(person))) continue;
            foreach (var part in Given(person).Where(part => !people.Exists(other => Same(other.FamilyName, part))))
            {
                foreach (var (passage, at) in Alone(copy, person, part))
                {
                    if (!person.IsFamilyFirst && !IsBesideSaid(passage, at, said)) continue;
                    var word = passage.Words[at];
                    report.Add(passage, new(word.Start, part.Length), person.FamilyName, null, ("name", person.Name), ("family", person.FamilyName));
                }
            }
        }
    }

    private static IEnumerable<string> Given(Mention person) => person switch
    {
        // Nguyen Phu Trong: everything before the last part.
        { IsFamilyFirst: true, Family: > 0 } => person.Parts[..^1].Skip(1),
        { IsFamilyFirst: true } => person.Parts[1..],
        _ => [person.Parts[0]],
    };

    private static IEnumerable<(PassageReading Passage, int At)> Alone(CopyReading copy, Mention person, string part)
    {
        var key = Letters.KeyOf(part);
        var isLatin = char.IsUpper(part[0]);
        var isAfter = false;
        foreach (var passage in copy.Passages.Where(passage => passage.Passage.Place is not (Place.Headline or Place.ShortHeadline)))
        {
            isAfter |= passage == person.Passage;
            for (var at = 0; isAfter && at < passage.Words.Count; at++)
            {
                var word = passage.Words[at];
                if (word.Key != key && word.Key != key + "'s" || isLatin && !word.IsCapital || passage.IsQuoted(word.Start) || passage == person.Passage && word.Start < person.At.End) continue;
                if (copy.People.Any(other => other.Passage == passage && other.At.Holds(word.Start)) || isLatin && IsInRun(passage, at)) continue;
                yield return (passage, at);
            }
        }
    }

    private static bool IsInRun(PassageReading passage, int at) =>
        passage.AreJoined(at) && passage.Words[at + 1].IsCapital || at > 0 && passage.AreJoined(at - 1) && passage.Words[at - 1].IsCapital && !passage.BeginsSentence(at - 1);

    private static bool IsBesideSaid(PassageReading passage, int at, IReadOnlySet<string> said) =>
        passage.AreJoined(at) && said.Contains(passage.Words[at + 1].Key) || at > 0 && passage.AreJoined(at - 1) && said.Contains(passage.Words[at - 1].Key);

    // "Maya Cohen, 9," may be Maya.
    private static bool IsChild(Mention person)
    {
        var (passage, next) = (person.Passage, person.Passage.FirstWordAt(person.At.End));
        return next < passage.Words.Count && passage.Words[next].IsNumber && int.TryParse(passage.Words[next].Key, CultureInfo.InvariantCulture, out var age) && age < 18;
    }

    private static bool Same(string one, string other) => Letters.KeyOf(one) == Letters.KeyOf(other);
}
