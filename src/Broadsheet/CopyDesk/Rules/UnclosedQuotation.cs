using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>Quotation marks and brackets without a partner: where does the quotation end?</summary>
internal sealed class UnclosedQuotation() : Rule("unclosed", Harm.Grammar, Severity.Ask)
{
    public override bool IsOfQuotations => true;

    public override void Check(CopyReading copy, Report report)
    {
        foreach (var passage in copy.Passages)
            foreach (var fault in passage.Faults) report.Add(passage, fault, key: passage.Text[fault.Start] is '(' or ')' or '[' or ']' or '{' or '}' ? "bracket" : null);
    }
}
