using Broadsheet.Document;
using CsCheck;

namespace Broadsheet.Tests.Document;

/// <summary>Any document that the schema allows, small enough to read when a law breaks.</summary>
internal static class AnyDocument
{
    private static readonly Gen<string> Text = Gen.Frequency(
        (6, Gen.OneOf("wall", "harbour ", " sea", "שלום", "مرفأ", "می‌رود", "é", "🌊", "a  b", "\u00A0", "潟")),
        (3, Gen.OneOf("<script>alert(1)</script>", "&amp;", "\"'", "]]>", "<!--", "</p>", "{{x}}", "\u2028", "<")),
        (1, Gen.String[Gen.Char['\u0020', '\uD7FF'], 1, 12]));

    private static readonly Gen<string> Href = Gen.OneOf(
        "https://example.org/?a=1&b=\"2\"", "/news/x", "mailto:a@example.org", "tel:+4712", "#x", "?q=<", "//example.org/x", "http://example.org/%22onload=");

    private static readonly Gen<Mark> Mark = Gen.OneOf<Mark>(
        Gen.Const<Mark>(new BoldMark()), Gen.Const<Mark>(new ItalicMark()), Gen.Const<Mark>(new StrikeMark()), Gen.Const<Mark>(new CodeMark()),
        Gen.Const<Mark>(new SubscriptMark()), Gen.Const<Mark>(new SuperscriptMark()), Href.Select(href => (Mark)new LinkMark(href)),
        Gen.OneOf("he", "pt-BR").Select(lang => (Mark)new LanguageMark(lang)),
        Text.Select(speaker => (Mark)new QuotationMark("q1", speaker, "", new DateOnly(2026, 11, 23))));

    private static readonly Gen<Nodes<Mark>> Marks = Mark.Array[0, 4].Select(marks => (Nodes<Mark>)[.. marks.DistinctBy(mark => mark.GetType())]);

    private static readonly Gen<Nodes<Inline>> Inlines = Gen.Frequency(
        (8, Gen.Select(Text, Marks, (text, marks) => (Inline)new TextRun(text, marks))),
        (1, Marks.Select(marks => (Inline)new HardBreak(marks)))).Array[0, 6].Select(runs => (Nodes<Inline>)[.. runs]);

    private static readonly Gen<string?> Dir = Gen.OneOf<string?>(null, null, "ltr", "rtl");

    private static readonly Gen<Paragraph> Paragraph = Gen.Select(Inlines, Dir, (content, dir) => new Paragraph("", content, dir));

    private static readonly Gen<PictureBlock> Picture = Gen.Select(
        Gen.Bool, Text, Gen.Enum<PictureSize>(), (isKnown, words, size) => new PictureBlock("", isKnown ? SampleDocument.Harbour : SampleDocument.Story, words, words, size));

    private static readonly Gen<Block> Atom = Gen.OneOf<Block>(
        Gen.Const<Block>(new RuleBlock("")), Picture.Select(picture => (Block)picture), Text.Select(title => (Block)new FileBlock("", SampleDocument.Report, title)),
        Gen.Select(Gen.OneOf("https://youtu.be/abcdefghijk", "https://example.org/<x>"), Text, (url, title) => (Block)new EmbedBlock("", url, "link", title)));

    public static Gen<DraftDocument> Documents { get; } = Block(2).Array[1, 6].Select(blocks => DraftDocument.Of(blocks));

    private static Gen<Block> Flow(int depth) => depth == 0
        ? Paragraph.Select(paragraph => (Block)paragraph)
        : Gen.Frequency((3, Paragraph.Select(paragraph => (Block)paragraph)), (1, List(depth)));

    private static Gen<Block> List(int depth) => Gen.Select(
        Gen.Bool, Gen.Select(Paragraph, Flow(depth - 1).Array[0, 2], (first, rest) => new ListItem([first, .. rest])).Array[1, 3], Gen.Int[0, 9],
        (isOrdered, items, start) => isOrdered ? (Block)new OrderedList("", [.. items], start) : new BulletList("", [.. items]));

    private static Gen<Block> Inset(int depth) => Gen.Frequency(
        (4, Flow(depth)), (1, Atom), (1, Gen.Select(Inlines, Gen.Int[2, 4], (content, level) => (Block)new Heading("", level, content))),
        (1, Flow(depth).Array[1, 3].Select(content => (Block)new BlockQuote("", [.. content]))),
        (1, Gen.Select(Flow(1).Array[1, 2], Gen.Bool, Gen.Int[1, 3], (content, isHeader, span) => new TableCell([.. content], isHeader, span))
            .Array[1, 3].Select(cells => new TableRow([.. cells])).Array[1, 3].Select(rows => (Block)new TableBlock("", [.. rows]))));

    private static Gen<Block> Block(int depth) => Gen.Frequency(
        (8, Inset(depth)),
        (1, Gen.Select(Inlines, Text, (content, attribution) => (Block)new PullQuote("", content, attribution))),
        (1, Picture.Array[1, 3].Select(pictures => (Block)new Gallery("", [.. pictures]))),
        (1, Gen.Select(Text, Inset(1).Array[1, 3], (title, content) => (Block)new FactBox("", title, [.. content]))),
        (1, Text.Select(title => (Block)new RelatedBox("", title, [SampleDocument.Story]))));
}
