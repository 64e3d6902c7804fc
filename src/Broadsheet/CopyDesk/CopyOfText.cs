namespace Broadsheet.CopyDesk;

/// <summary>
/// Plain text as a story: what stands above the first finished paragraph is headline, standfirst and caption; short lines
/// without a full stop are headings. Blank lines part paragraphs, and line ends too where lines are not wrapped.
/// </summary>
public static class CopyOfText
{
    private const int WrappedWidth = 120;
    private const int HeadingWords = 8;
    private static readonly string[] CreditWords = ["(Photo", "Photo:", "(Foto", "Foto:", "צילום:", "تصوير", "©", "via REUTERS", "/AFP", "(AP"];

    public static List<Passage> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var isWrapped = !Array.Exists(lines, line => line.Length > WrappedWidth);
        List<string> parts = isWrapped
            ? [.. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim('\n').Replace('\n', ' ')).Where(part => !string.IsNullOrWhiteSpace(part))]
            : [.. lines.Where(line => !string.IsNullOrWhiteSpace(line))];

        var first = parts.FindIndex(part => IsEnded(part) && !IsCaption(part));
        var top = parts.Take(Math.Max(0, first)).Where(part => !IsCaption(part)).ToList();
        // A short line above other titles is the paper's name or a section's.
        var headline = top.Count == 0 ? -1 : top.Count > 1 && WordsOf(top[0]) <= 3 ? 1 : 0;

        var (passages, above) = (new List<Passage>(), 0);
        for (var at = 0; at < parts.Count; at++)
        {
            var place = IsCaption(parts[at]) ? Place.Caption
                : at >= first ? IsEnded(parts[at]) || WordsOf(parts[at]) > HeadingWords ? Place.Paragraph : Place.Heading
                : above == headline ? Place.Headline : above == headline + 1 ? Place.Standfirst : Place.Heading;
            if (at < first && !IsCaption(parts[at])) above++;
            passages.Add(new($"{at + 1}", place, parts[at]));
        }

        return passages;
    }

    private static bool IsCaption(string part) => Array.Exists(CreditWords, word => part.Contains(word, StringComparison.Ordinal)) && WordsOf(part) < 60;

    private static bool IsEnded(string part)
    {
        var end = part.AsSpan().TrimEnd();
        while (!end.IsEmpty && Reading.Sentences.IsCloser(end[^1])) end = end[..^1].TrimEnd();
        return !end.IsEmpty && (Reading.Sentences.IsEnd(end[^1]) || end[^1] == ':');
    }

    private static int WordsOf(string part) => part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
