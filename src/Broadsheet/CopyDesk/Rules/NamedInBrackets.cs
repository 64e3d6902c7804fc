using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>A person whom the story first names inside the brackets of a quotation: readers have not met her.</summary>
internal sealed class NamedInBrackets() : Rule("named-in-brackets", Harm.Fact, Severity.Ask)
{
    public override bool IsOfQuotations => true;

    public override void Check(CopyReading copy, Report report)
    {
        foreach (var group in copy.People.Where(person => person.Passage.Passage.IsBody).GroupBy(person => Letters.KeyOf(person.FamilyName)))
        {
            var first = group.First();
            if (!first.IsInBracketsOfQuotation || IsKnownBefore(copy, first.Passage, first.At.Start, group.Key)) continue;
            report.Add(first.Passage, first.At, null, null, ("name", first.Name));
        }
    }

    private static bool IsKnownBefore(CopyReading copy, PassageReading place, int at, string family)
    {
        foreach (var passage in copy.Passages.Where(passage => passage.Passage.IsBody || passage.Passage.Place == Place.Standfirst))
        {
            foreach (var word in passage.Words)
            {
                if (passage == place && word.Start >= at) return false;
                if (word.Key == family || word.Key == family + "'s") return true;
            }
        }

        return false;
    }
}
