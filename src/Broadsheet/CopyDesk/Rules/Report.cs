using Broadsheet.CopyDesk.Reading;
using static Broadsheet.Web.Text;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>Takes down what one rule finds.</summary>
internal sealed class Report(Rule rule, Severity severity, List<Finding> findings)
{
    public void Add(PassageReading passage, Stretch at, string? fix = null, string? key = null, params ReadOnlySpan<(string, object?)> values)
    {
        var words = passage.Text.Substring(at.Start, at.Length);
        var isQuoted = words.Length > 0 && passage.IsQuoted(at.Start);
        findings.Add(new(
            rule.Id, severity, rule.Harm, passage.Passage.Block, passage.Passage.Place, at.Start, at.Length, words,
            T($"copy.rule.{rule.Id}.{key ?? "found"}", [("words", words), .. values]),
            // What somebody said is not ours to mend.
            isQuoted && !rule.IsOfQuotations ? T("copy.quoted") : T($"copy.rule.{rule.Id}.advice"),
            isQuoted ? null : fix));
    }
}
