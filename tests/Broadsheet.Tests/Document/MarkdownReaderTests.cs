using Broadsheet.Document;
using Broadsheet.Document.Reading;
using Broadsheet.Document.Rendering;

namespace Broadsheet.Tests.Document;

public class MarkdownReaderTests
{
    private static readonly ReadingOptions Options = new()
    {
        Picture = name => name == "harbour.jpg" ? SampleDocument.Harbour : null,
        Article = slug => slug == "wall-cracked" ? SampleDocument.Story : null,
        File = name => name == "report.pdf" ? SampleDocument.Report : null,
    };

    [Fact]
    public void Markdown_becomes_blocks() => Assert.Equal("""
        <h2 id="h-b1" dir="auto">Wall falls</h2>
        <p dir="auto">It <strong>fell</strong> <em>at </em><a href="https://example.org/" rel="external noopener"><em>dawn</em></a>, m<sup>2</sup> of it, <s>really</s> <code>&lt;x&gt;</code>.<br/>Next line.</p>
        <h3 id="h-b3" dir="auto">After</h3>
        <ol dir="auto" start="3"><li>three<ul><li>inner</li></ul></li><li>four</li></ol>
        <blockquote dir="auto"><p>said she</p></blockquote>
        <div class="table-scroll" tabindex="0"><table><thead><tr><th dir="auto" scope="col">a</th><th dir="auto" scope="col">b</th></tr></thead><tbody><tr><td dir="auto">1</td><td dir="auto">2</td></tr></tbody></table></div>
        <hr/>

        """.Replace("<li>three<ul>", "<li><p>three</p><ul>", StringComparison.Ordinal), Page("""
        # Wall falls

        It **fell** *at [dawn]*, m^2^ of it, ~~really~~ `<x>`.\
        Next line.

        ## After

        3. three
           - inner
        4. four

        > said she

        | a | b |
        | - | - |
        | 1 | 2 |

        ---

        [dawn]: https://example.org/
        """), ignoreLineEndingDifferences: true);

    [Fact]
    public void Fences_stand_for_our_own_blocks()
    {
        var reading = MarkdownReader.Read("""
            Before
            :::pullquote Ada Kern, mayor
            It sounded
            like *thunder*.
            :::
            :::factbox The harbour & its wall
            Built in 1911.

            :::picture harbour.jpg | The wall | half
            - Long: 40 m
            :::
            :::related wall-cracked gone
            :::gallery
            harbour.jpg | One
            :::picture harbour.jpg
            :::
            :::embed https://youtu.be/abcdefghijk | It falls
            :::embed javascript:alert(1)
            :::file report.pdf | The report
            :::picture none.jpg | Nothing
            :::
            :::poll Yes or no
            After
            """, Options);

        var blocks = reading.Document.Content;
        Assert.Equal(
            [typeof(Paragraph), typeof(PullQuote), typeof(FactBox), typeof(RelatedBox), typeof(Gallery), typeof(EmbedBlock), typeof(FileBlock), typeof(Paragraph), typeof(Paragraph)],
            blocks.Select(block => block.GetType()));
        Assert.Equal("Ada Kern, mayor", Assert.IsType<PullQuote>(blocks[1]).Attribution);
        var box = Assert.IsType<FactBox>(blocks[2]);
        Assert.Equal("The harbour & its wall", box.Title);
        Assert.Equal([typeof(Paragraph), typeof(PictureBlock), typeof(BulletList)], box.Content.Select(block => block.GetType()));
        Assert.Equal(new PictureBlock(box.Content[1].Id, SampleDocument.Harbour, "The wall", null, PictureSize.Half), box.Content[1]);
        Assert.Equal(["One", null], Assert.IsType<Gallery>(blocks[4]).Pictures.Select(picture => picture.Caption));
        Assert.Equal(("youtube", "It falls"), blocks[5] is EmbedBlock embed ? (embed.Provider, embed.Title) : default);
        Assert.Equal(["gone", "javascript:alert(1)", "none.jpg | Nothing", ""], reading.Notes.Select(note => note.Detail));
        Assert.Equal("Yes or no", Text(blocks[7]));
        Assert.Equal("After", Text(blocks[8]));
    }

    [Fact]
    public void Colons_in_code_are_code() =>
        Assert.Contains(":::factbox", new PlainTextRenderer(NoParts.Instance).Render(MarkdownReader.Read("```\n:::factbox a\n```").Document.ForPublication()));

    [Fact]
    public void HTML_in_Markdown_is_read_as_HTML()
    {
        var reading = MarkdownReader.Read("<div onclick=\"x()\">\n\n**bold** <script>alert(1)</script>\n\n</div>\n\n<img src=x onerror=alert(1)> [a](javascript:alert(1))");
        Assert.Equal("<p dir=\"auto\"><strong>bold</strong></p>\n<p dir=\"auto\">a</p>\n", new PageRenderer(NoParts.Instance).Render(reading.Document.ForPublication()));
        Assert.Equal([ReadingNoteKind.Script, ReadingNoteKind.Picture, ReadingNoteKind.Link], reading.Notes.Select(note => note.Kind));
    }

    [Fact]
    public void Absurd_nesting_is_refused() => Assert.Throws<DocumentException>(() => MarkdownReader.Read(new string('>', 20_000) + "a"));

    private static string Text(Block block) => string.Concat(Assert.IsType<Paragraph>(block).Content.OfType<TextRun>().Select(run => run.Text));

    private static string Page(string markdown)
    {
        var ids = 0;
        return new PageRenderer(NoParts.Instance).Render(MarkdownReader.Read(markdown, Options with { NewId = () => $"b{++ids}" }).Document.ForPublication());
    }
}
