using System.Text.RegularExpressions;
using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>A picture over six months old whose caption carries no date: readers would take it for today's.</summary>
internal sealed partial class PictureDate() : Rule("picture-date", Harm.Fact, Severity.Ask)
{
    public override void Check(CopyReading copy, Report report)
    {
        if (copy.Copy.Day is not { } day) return;
        foreach (var passage in copy.Passages.Where(passage => passage.Passage.Place == Place.Caption))
        {
            if (passage.Passage.Picture?.TakenOn is not { } taken || taken > day.AddMonths(-6) || Year().IsMatch(passage.Text)) continue;
            report.Add(passage, new(0, passage.Text.Length), null, null, ("date", taken.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    // A year, or "file": what the caption says of its age.
    [GeneratedRegex(@"(?:19|20)\d\d|[١٢][٠-٩]{3}|\b(?:file (?:photo|picture|image)|archive|archivo)\b|ארכיון|أرشيف", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
