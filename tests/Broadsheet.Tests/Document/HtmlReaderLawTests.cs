using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Document;
using Broadsheet.Document.Reading;
using CsCheck;

namespace Broadsheet.Tests.Document;

public class HtmlReaderLawTests
{
    // A quotation mark for q, a bracket for rt: what a browser draws and text has to write.
    private static readonly char[] Added = ['“', '”', '(', ')'];

    private static readonly string[] Captioned = ["<figcaption", "<cite", "<caption", "<t", "wp-caption", "fact-box", "pull-quote", "<object", "<video"];

    [Fact]
    public void No_HTML_loses_text_or_changes_its_order() => AnyHtml.Pages.Sample(html =>
    {
        var reading = HtmlReader.Read(html);
        using var page = new HtmlParser().ParseDocument(html);
        var source = Plain(string.Concat(Texts(html.Contains("<head", StringComparison.OrdinalIgnoreCase) ? page.Body! : page.DocumentElement)));

        Assert.Equal(string.Concat(source.Order()), string.Concat(Plain(Said(reading.Document.Content)).Order()));
        if (!IsCaptioned(html)) Assert.Equal(source, Plain(Said(reading.Document.Content)));
    }, iter: 3_000, print: html => html);

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<ul><li>", 50_000)]
    [InlineData("<p>x", 300_000)]
    public void A_page_that_nobody_wrote_is_refused(string tag, int times) =>
        Assert.Throws<DocumentException>(() => HtmlReader.Read(string.Concat(Enumerable.Repeat(tag, times))));

    [Theory]
    [InlineData("<figure class=pull-quote>Words<cite>{0}</cite></figure>")]
    [InlineData("<aside class=fact-box><p class=fact-box-title>{0}</p>Words</aside>")]
    public void What_is_too_long_for_a_name_or_a_title_is_text(string html)
    {
        var said = Said(HtmlReader.Read(html.Replace("{0}", string.Concat(Enumerable.Range(0, 100).Select(number => $"word{number} ")), StringComparison.Ordinal)).Document.Content);
        foreach (var word in new[] { "Words", "word0", "word99" }) Assert.Contains(word, said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_deeper_than_the_schema_is_kept_at_its_edge()
    {
        var html = string.Concat(Enumerable.Range(1, 60).Select(level => $"<ul><li>level{level} "));
        var text = Said(HtmlReader.Read(html).Document.Content);
        for (var level = 1; level <= 60; level++) Assert.Contains($"level{level}", text);
    }

    private static string Plain(string text) => string.Concat(DocumentWordsOf.WithoutSpaces(text).Where(letter => !Added.Contains(letter)));

    // A caption goes to its picture or quote, wherever it stood among them.
    private static bool IsCaptioned(string html) => Captioned.Any(name => html.Contains(name, StringComparison.Ordinal));

    private static IEnumerable<string> Texts(INode node) => node switch
    {
        IText text => [text.Data],
        IHtmlTemplateElement template => template.Content.ChildNodes.SelectMany(Texts),
        IElement { LocalName: "iframe" or "script" or "style" } => [],
        _ => node.ChildNodes.SelectMany(Texts),
    };

    private static string Said(IEnumerable<Block> blocks) => string.Concat(blocks.Select(block => block switch
    {
        PullQuote quote => Runs(quote) + quote.Attribution,
        TextBlock text => Runs(text),
        BlockQuote quote => Said(quote.Content),
        ListBlock list => Said(list.Items.SelectMany(item => item.Content)),
        TableBlock table => Said(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Content)),
        FactBox box => box.Title + Said(box.Content),
        EmbedBlock embed => embed.Title,
        _ => "",
    }));

    private static string Runs(TextBlock text) => string.Concat(text.Content.OfType<TextRun>().Select(run => run.Text));
}
