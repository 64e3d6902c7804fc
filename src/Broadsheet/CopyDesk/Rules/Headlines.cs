using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>A headline too long for lists and search results, when no short one stands in for it.</summary>
internal sealed class LongHeadline() : Rule("long-headline", Harm.Style, Severity.Hint)
{
    // Search engines cut at about 70 letters, the front page's smaller places take some 90 on three lines.
    public const int Most = 90;
    public const int MostShort = 60;

    public override void Check(CopyReading copy, Report report)
    {
        var hasShort = copy.Passages.Any(passage => passage.Passage.Place == Place.ShortHeadline && passage.Text.Length > 0);
        foreach (var passage in copy.Passages)
        {
            var most = passage.Passage.Place switch { Place.Headline when !hasShort => Most, Place.ShortHeadline => MostShort, _ => int.MaxValue };
            if (passage.Text.Length > most) report.Add(passage, new(0, passage.Text.Length), null, null, ("length", passage.Text.Length), ("most", most));
        }
    }
}

/// <summary>A headline that says a word twice.</summary>
internal sealed class HeadlineRepeats() : Rule("headline-repeats", Harm.Style, Severity.Hint)
{
    private const int Meaningful = 4;

    public override void Check(CopyReading copy, Report report)
    {
        var common = copy.Lists.Set("common");
        foreach (var passage in copy.Passages.Where(passage => passage.Passage.Place is Place.Headline or Place.ShortHeadline))
        {
            var seen = new HashSet<string>();
            foreach (var word in passage.Words.Where(word => word.Length >= Meaningful && !word.IsNumber && !common.Contains(word.Key)))
            {
                var key = word.Key.EndsWith("'s", StringComparison.Ordinal) ? word.Key[..^2] : word.Key;
                if (!seen.Add(key)) report.Add(passage, word.At);
            }
        }
    }
}
