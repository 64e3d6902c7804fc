using Broadsheet.Document;
using Broadsheet.Document.Docx;
using Broadsheet.Tests.Pictures;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Broadsheet.Tests.Document;

/// <summary>Stories as files for Word, read and judged by Microsoft's own Open XML SDK.</summary>
public sealed class DocxTests
{
    private static readonly DocxPicture Harbour = new(TestPicture.Jpeg(640, 480), 640, 480, "A broken wall", "The harbour wall", "(Photo: Ida Lund/Coast Press)");

    [Fact]
    public void Any_story_in_the_middle_of_a_review_is_a_valid_file_and_loses_no_word() => ReviewedDocument.Documents.Sample(document =>
    {
        using var file = Open(Story(document) with { Dateline = "" });

        Assert.Empty(Problems(file));
        var read = file.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(TextOf).ToList();
        var at = 0;
        foreach (var block in document.Content.SelectMany(BlockTree.All).OfType<TextBlock>())
        {
            var words = Wml.Clean(string.Concat(block.Content.OfType<TextRun>().Select(run => run.Text)));
            var found = read.FindIndex(at, text => text == words);
            Assert.True(found >= 0, $"“{words}” is not in the file after paragraph {at}: {string.Join(" | ", read)}");
            at = found + 1;
        }
    }, iter: 400);

    [Fact]
    public void A_story_with_everything_has_styles_lists_pictures_tables_and_links()
    {
        using var file = Open(Story(SampleDocument.Everything) with { Lead = Harbour });
        var main = file.MainDocumentPart!;
        var paragraphs = main.Document!.Descendants<Paragraph>().ToList();

        Assert.Empty(Problems(file));
        Assert.Equal(["Title", "Subtitle", "Byline"], paragraphs.Take(3).Select(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!));
        Assert.Equal("HAIFA — The wall fell at dawnread more20goneשלום", TextOf(paragraphs[5]).Replace("let x", "", StringComparison.Ordinal).Replace("We will rebuild", "", StringComparison.Ordinal));
        Assert.Equal(4, main.ImageParts.Count());
        Assert.Contains("https://example.org/a?b=1&c=2", main.HyperlinkRelationships.Select(link => link.Uri.ToString()));
        Assert.Contains("https://paper.example/news/wall-cracked", main.HyperlinkRelationships.Select(link => link.Uri.ToString()));
        Assert.Contains(paragraphs, paragraph => TextOf(paragraph) == "The wall on Monday (Photo: Ida Lund/Coast Press)");
        Assert.Contains(paragraphs, paragraph => TextOf(paragraph) == "The harbour wall (Photo: Ida Lund/Coast Press)");
        var inner = paragraphs.Single(paragraph => TextOf(paragraph) == "inner").ParagraphProperties!.NumberingProperties!;
        Assert.Equal(1, inner.NumberingLevelReference!.Val!.Value);
        var starts = main.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>().Single(one => one.NumberID! == inner.NumberingId!.Val!).Elements<LevelOverride>().Single();
        Assert.Equal(4, starts.StartOverrideNumberingValue!.Val!.Value);
        Assert.Equal("A broken wall", main.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().First().Description!.Value);
    }

    [Fact]
    public void What_is_suggested_is_a_tracked_change_with_its_author_and_time()
    {
        var suggestion = ReviewedDocument.Suggestion("s1");
        using var file = Open(Story(DraftDocument.Of(
            new Broadsheet.Document.Paragraph("a", [new TextRun("The wall "), new TextRun("fell", [new DeletionMark(suggestion)]), new TextRun("collapsed", [new InsertionMark(suggestion)])]),
            new Broadsheet.Document.Paragraph("b", [new TextRun("Nobody saw it.")]) { Change = new(BlockChangeKind.Deletion, suggestion) },
            new Broadsheet.Document.Paragraph("c", [new TextRun("It was old.")]) { Change = new(BlockChangeKind.Join, suggestion) })));
        var body = file.MainDocumentPart!.Document!.Body!;

        Assert.Empty(Problems(file));
        Assert.Equal(["fell", "Nobody saw it."], body.Descendants<DeletedRun>().Select(run => run.InnerText));
        var inserted = body.Descendants<InsertedRun>().Single();
        Assert.Equal(("collapsed", "Mara", new DateTime(2026, 11, 23, 9, 30, 0, DateTimeKind.Utc)), (inserted.InnerText, inserted.Author!.Value, inserted.Date!.Value.ToUniversalTime()));
        // The end of the paragraph before one that is to go on from it, and of one that goes.
        Assert.Equal([true, false], body.Elements<Paragraph>().Skip(4).Select(paragraph => paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.Elements<Deleted>().Any() == true));
    }

    [Fact]
    public void A_hebrew_story_runs_to_the_left_and_a_latin_name_in_it_to_the_right()
    {
        using var file = Open(Story(DraftDocument.Of(new Broadsheet.Document.Paragraph("a", [new TextRun("ראש העיר Ada Kern אמרה: 42.")]))) with { Headline = "החומה נפלה", Language = "he", IsRightToLeft = true });
        var last = file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Last();

        Assert.NotNull(last.ParagraphProperties!.BiDi);
        Assert.Equal([("ראש העיר ", true), ("Ada Kern", false), (" אמרה: 42.", true)], last.Elements<Run>().Where(run => run.RunProperties?.Bold is null).Select(run => (run.InnerText, run.RunProperties?.RightToLeftText is not null)));
        Assert.Equal("he", file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Bidi!.Value);
    }

    [Fact]
    public void A_cell_that_reaches_over_rows_keeps_those_below_it_in_their_columns()
    {
        static Broadsheet.Document.TableCell Cell(string text, int columns = 1, int rows = 1) => new([new Broadsheet.Document.Paragraph("", [new TextRun(text)])], false, columns, rows);
        using var file = Open(Story(DraftDocument.Of(new TableBlock("t", [
            new([Cell("tall", 1, 3), Cell("wide", 2)]), new([Cell("a"), Cell("low", 1, 2)]), new([Cell("b")])]))));
        var rows = file.MainDocumentPart!.Document!.Descendants<TableRow>().Select(row => string.Join(",", row.Elements<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Select(cell => cell.InnerText.Length == 0 ? "^" : cell.InnerText)));

        Assert.Empty(Problems(file));
        Assert.Equal(["tall,wide", "^,a,low", "^,b,^"], rows);
    }

    private static DocxStory Story(DraftDocument body) => new("The wall fell", "Nobody was hurt", "Mara Hale", "HAIFA", body)
    {
        Language = "en",
        IsRightToLeft = false,
        Pictures = new Dictionary<Guid, DocxPicture> { [SampleDocument.Harbour] = Harbour },
        Parts = new SampleDocument(),
        PaperAddress = new Uri("https://paper.example"),
    };

    private static WordprocessingDocument Open(DocxStory story) => WordprocessingDocument.Open(new MemoryStream(DocxFile.Of(story, DateTimeOffset.UnixEpoch)), isEditable: false);

    private static IEnumerable<string> Problems(WordprocessingDocument file) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(problem => $"{problem.Part?.Uri} {problem.Path?.XPath}: {problem.Description}");

    private static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants().Where(part => part is Text or DeletedText).Select(part => part.InnerText));
}
