using Broadsheet.Document;

namespace Broadsheet.Tests.Bulk;

/// <summary>Stories without sense: words that are searched for, in every kind of block, cut through by marks and quoted or not.</summary>
internal static class RandomStory
{
    private static readonly string[] Pieces = ["wall ", "Wall", "WALL’s ", "walls ", "שלום ", "ב\"שלום\" ", "a ", "banana ", "“a wall” ", "“", "” ", "‘a’ ", ". ", ", ", "1,000 ", "\u200F", "e\u0301 "];

    public static string Text(Random chance) => string.Concat(Enumerable.Range(0, chance.Next(1, 9)).Select(_ => Pieces[chance.Next(Pieces.Length)])).Trim();

    public static DraftDocument Body(Random chance) => DraftDocument.Of([.. Enumerable.Range(0, chance.Next(1, 6)).Select(_ => AnyBlock(chance, 0))]);

    private static Block AnyBlock(Random chance, int depth) => chance.Next(depth > 0 ? 1 : 5) switch
    {
        1 => new Heading("", 2, Inlines(chance)),
        2 => new PullQuote("", Inlines(chance), Text(chance)),
        3 => new BlockQuote("", [AnyBlock(chance, 1), AnyBlock(chance, 1)]),
        4 => new FactBox("", Text(chance), [AnyBlock(chance, 1)]),
        _ => new Paragraph("", Inlines(chance)),
    };

    private static Nodes<Inline> Inlines(Random chance) => [.. Enumerable.Range(0, chance.Next(1, 7)).Select(_ => AnyInline(chance))];

    private static Inline AnyInline(Random chance)
    {
        if (chance.Next(8) == 0) return new HardBreak();
        var text = Pieces[chance.Next(Pieces.Length)];
        // A mark may end in the middle of a word.
        text = text[chance.Next(Math.Min(3, text.Length))..];
        return chance.Next(3) switch
        {
            0 => new TextRun(text, [new BoldMark()]),
            1 => new TextRun(text, [new QuotationMark($"q{chance.Next(1000)}")]),
            _ => new TextRun(text),
        };
    }
}
