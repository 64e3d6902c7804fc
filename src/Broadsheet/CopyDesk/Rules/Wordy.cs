using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>"on a daily basis" for "daily".</summary>
internal sealed class Wordy() : Rule("wordy", Harm.Style, Severity.Hint)
{
    public override void Check(CopyReading copy, Report report)
    {
        foreach (var passage in copy.Passages)
            foreach (var match in copy.Lists.Phrases("wordy").In(passage))
                if (!passage.IsQuoted(match.At.Start)) report.Add(passage, match.At, match.Fix, match.Fix is null ? "bare" : null, ("fix", match.Fix));
    }
}
