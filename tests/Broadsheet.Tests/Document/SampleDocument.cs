using Broadsheet.Document;
using Broadsheet.Document.Rendering;

namespace Broadsheet.Tests.Document;

/// <summary>A document with every kind of block and mark in it, and answers for what it names.</summary>
internal sealed class SampleDocument : IDocumentParts
{
    public static readonly Guid Harbour = new("0199a000-0000-7000-8000-000000000001");
    public static readonly Guid Story = new("0199a000-0000-7000-8000-000000000002");
    public static readonly Guid Report = new("0199a000-0000-7000-8000-000000000003");

    public static DraftDocument Everything => DraftDocument.Of(
        new Paragraph("p1", [
            new TextRun("The wall "), new TextRun("fell", [new BoldMark()]), new TextRun(" at dawn", [new BoldMark(), new ItalicMark()]),
            new HardBreak(), new TextRun("read more", [new LinkMark("https://example.org/a?b=1&c=2")]), new TextRun("2", [new SuperscriptMark()]),
            new TextRun("0", [new SubscriptMark()]), new TextRun("gone", [new StrikeMark()]), new TextRun("let x", [new CodeMark()]),
            new TextRun("שלום", [new LanguageMark("he")]),
            new TextRun("We will rebuild", [new QuotationMark("q1", "Ada Kern", "mayor", new(2026, 11, 20), "https://example.org/speech")])]),
        new Heading("h1", 3, [new TextRun("What next?")], "ltr"),
        new BulletList("l1", [
            new ListItem([new Paragraph("l1p", [new TextRun("first")])]),
            new ListItem([
                new Paragraph("l2p", [new TextRun("second")]),
                new OrderedList("l2", [new ListItem([new Paragraph("l3p", [new TextRun("inner")])])], 4)])]),
        new BlockQuote("b1", [new Paragraph("b1p", [new TextRun("Nobody was hurt.")])]),
        new PullQuote("u1", [new TextRun("It sounded like thunder")], "a fisherman"),
        new PictureBlock("i1", Harbour, "The wall on Monday", null, PictureSize.Wide),
        new Gallery("g1", [new PictureBlock("i2", Harbour), new PictureBlock("i3", Harbour, "", "A crane")]),
        new TableBlock("t1", [
            new TableRow([
                new TableCell([new Paragraph("t1a", [new TextRun("Year")])], IsHeader: true),
                new TableCell([new Paragraph("t1b", [new TextRun("Cost")])], IsHeader: true)]),
            new TableRow([new TableCell([new Paragraph("t1c", [new TextRun("2024 & 2025")])], ColSpan: 2)])]),
        new RuleBlock("r1"),
        new FactBox("f1", "The harbour", [new Paragraph("f1p", [new TextRun("Built in 1911.")])]),
        new RelatedBox("x1", "", [Story]),
        new FileBlock("d1", Report, "The engineers’ report"),
        new EmbedBlock("e1", "https://www.youtube.com/watch?v=abcdefghijk", "youtube", "The wall falls"),
        new EmbedBlock("e2", "https://example.org/chart"));

    public PicturePart? Picture(Guid id) => id == Harbour
        ? new("/pictures/aa/800.jpg", 800, 600, "A broken wall", "The harbour wall", "(Photo: Ida Lund/Coast Press)", [new("image/avif", "/pictures/aa/400.avif 400w")])
        : null;

    public ArticlePart? Article(Guid id) => id == Story ? new("/news/wall-cracked", "The wall had cracked in March", "Analysis") : null;

    public FilePart? File(Guid id) => id == Report ? new("/files/report.pdf", "report.pdf", "PDF, 2.3 MB") : null;
}
