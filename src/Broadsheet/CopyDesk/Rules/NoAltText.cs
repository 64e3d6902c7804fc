using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>A picture that says nothing to who cannot see it.</summary>
internal sealed class NoAltText() : Rule("no-alt-text", Harm.Style, Severity.Ask)
{
    public override void Check(CopyReading copy, Report report)
    {
        foreach (var passage in copy.Passages.Where(passage => passage.Passage.Place == Place.AltText && string.IsNullOrWhiteSpace(passage.Text))) report.Add(passage, new(0, 0));
    }
}
