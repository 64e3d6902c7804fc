using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>A paragraph without end punctuation. Verse, sign-offs, short lines and what introduces a list need none.</summary>
internal sealed class UnendedParagraph() : Rule("unended-paragraph", Harm.Grammar, Severity.Ask)
{
    private const int ShortLine = 6;

    public override bool IsOfQuotations => true;

    public override void Check(CopyReading copy, Report report)
    {
        foreach (var passage in copy.Passages.Where(passage => passage.Passage.Place is Place.Paragraph or Place.Quote))
        {
            var text = passage.Text;
            var end = text.Length;
            while (end > 0 && Letters.IsSpace(text[end - 1])) end--;
            if (end == 0 || passage.Words.Count <= ShortLine && passage.Sentences.Count < 2 || IsVerse(text[..end]) || IsSignOff(text) || IsData(text)) continue;

            var last = end;
            while (last > 0 && (Sentences.IsCloser(text[last - 1]) || Letters.IsSpace(text[last - 1]))) last--;
            if (last > 0 && (Sentences.IsEnd(text[last - 1]) || text[last - 1] is ':' or ';' or '—' or '–')) continue;

            var word = passage.Words.FindLastIndex(one => one.Start < end);
            var start = word < 0 ? Math.Max(0, end - 1) : passage.Words[word].Start;
            var words = text[start..end];
            report.Add(passage, new(start, end - start), Sentences.IsCloser(text[end - 1]) || passage.IsQuoted(start) ? null : words + ".");
        }
    }

    // Lines broken by hand: verse, results, a name below a letter.
    private static bool IsVerse(string text)
    {
        var broken = text.LastIndexOf('\n');
        return broken >= 0 && text[broken..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= ShortLine + 2;
    }

    // "Booked: Quaye, Duarte"
    private static bool IsData(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is > 0 and < 30 and var colon && text[..colon].Count(letter => letter == ' ') <= 1 && !text[colon..].Any(Sentences.IsEnd);

    private static bool IsSignOff(string text) => text.TrimStart() is ['—' or '–' or '-' or '*' or '©', ..];
}
