using System.Text;

namespace Broadsheet.Document;

/// <summary>
/// How long a text is. A word is a run without white space that holds a letter or digit; each Han
/// or Kana sign counts half a word. The editor counts by the same rule. Captions do not count.
/// </summary>
public sealed record ReadingTime(int Words, int Minutes)
{
    private const int WordsAMinute = 220;

    public static ReadingTime Of(DraftDocument document) => Of(document.AllBlocks);

    public static ReadingTime Of(PublishedDocument document) => Of(document.AllBlocks);

    private static ReadingTime Of(IEnumerable<Block> blocks)
    {
        var words = blocks.OfType<TextBlock>().Sum(Count);
        return new(words, (words + WordsAMinute - 1) / WordsAMinute);
    }

    private static int Count(TextBlock block) => Count(string.Concat(block.Content.Select(inline => inline is TextRun run ? run.Text : "\n")));

    internal static int Count(string text)
    {
        var (words, signs, isInWord) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSign(rune.Value)) (signs, isInWord) = (signs + 1, false);
            else if (Rune.IsWhiteSpace(rune)) isInWord = false;
            else if (!isInWord && Rune.IsLetterOrDigit(rune)) (words, isInWord) = (words + 1, true);
        }

        return words + (signs + 1) / 2;
    }

    private static bool IsSign(int code) => code is >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x323AF;
}
