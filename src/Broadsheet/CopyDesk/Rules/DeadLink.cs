using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>A link that leads nowhere. Which do is found out before the check, which asks nobody.</summary>
internal sealed class DeadLink() : Rule("dead-link", Harm.Fact, Severity.Ask)
{
    public override void Check(CopyReading copy, Report report)
    {
        if (copy.Copy.DeadLinks.Count == 0) return;
        foreach (var passage in copy.Passages)
            foreach (var link in passage.Passage.Links.Where(link => copy.Copy.DeadLinks.Contains(link.Address)))
                report.Add(passage, link.At, null, null, ("address", link.Address));
    }
}
