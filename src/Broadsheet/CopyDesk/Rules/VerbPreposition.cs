using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>"condemn on", "discuss about": verbs with a preposition that is not theirs.</summary>
internal sealed class VerbPreposition() : Rule("verb-preposition", Harm.Grammar, Severity.Ask)
{
    public override void Check(CopyReading copy, Report report)
    {
        foreach (var passage in copy.Passages)
            foreach (var match in copy.Lists.Phrases("verb-preposition").In(passage)) report.Add(passage, match.At, match.Fix);
    }
}
