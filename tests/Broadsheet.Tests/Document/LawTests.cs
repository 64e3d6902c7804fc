using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Document;
using Broadsheet.Document.Reading;
using Broadsheet.Document.Rendering;
using CsCheck;

namespace Broadsheet.Tests.Document;

/// <summary>What holds for every document, tried on many.</summary>
public class LawTests
{
    private static readonly SampleDocument Parts = new();
    private static readonly string[] SafeSchemes = ["http:", "https:", "mailto:", "tel:"];

    [Fact]
    public void JSON_comes_back_the_same() => AnyDocument.Documents.Sample(document =>
    {
        var again = DraftDocument.Parse(document.ToJson());
        Assert.Equal(document, again);
        Assert.Equal(document.ToJson(), again.ToJson());
    });

    [Fact]
    public void Page_and_feed_are_well_formed() => AnyDocument.Documents.Sample(document =>
    {
        foreach (var html in (string[])[Page(document), Feed(document)])
        {
            using var xml = XmlReader.Create(new StringReader($"<body>{html}</body>"), new() { DtdProcessing = DtdProcessing.Prohibit });
            while (xml.Read()) { }

            var strict = new HtmlParser(new HtmlParserOptions { IsStrictMode = true });
            using var page = strict.ParseDocument($"<!DOCTYPE html><html><head><title>t</title></head><body>{html}</body></html>");
            AssertAsWritten(html, page);
            Assert.DoesNotContain(page.All, element => element.LocalName is "script" or "style" or "iframe");
            Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal));
        }
    });

    [Fact]
    public void Text_in_is_text_out() => AnyDocument.Documents.Sample(document =>
    {
        var expected = WithoutSpaces(document.Content);
        Assert.Equal(expected, Shown(Page(document, NoParts.Instance), ".embed, .related"));
        Assert.Equal(expected, DocumentWordsOf.WithoutSpaces(HtmlReader.Read(Page(document, NoParts.Instance)) is var read
            ? string.Concat(read.Document.Content.Where(block => block is not EmbedBlock).Select(Own)) : ""));

        var text = DocumentWordsOf.WithoutSpaces(new PlainTextRenderer(NoParts.Instance).Render(document.ForPublication()));
        var feed = DocumentWordsOf.WithoutSpaces(Body(Feed(document)).TextContent);
        foreach (var run in document.AllBlocks.OfType<TextBlock>().SelectMany(block => block.Content.OfType<TextRun>()).Select(run => DocumentWordsOf.WithoutSpaces(run.Text)))
        {
            Assert.Contains(run, text, StringComparison.Ordinal);
            Assert.Contains(run, feed, StringComparison.Ordinal);
        }
    }, print: document => document.ToJson());

    [Fact]
    public void An_unknown_node_is_refused_with_its_path() => Gen.Select(AnyDocument.Documents, Gen.Int[0, 1000]).Sample((document, pick) =>
    {
        var json = JsonNode.Parse(document.ToJson())!;
        var nodes = Nodes(json, "").Where(node => node.Path != "").ToList();
        var (path, node) = nodes[pick % nodes.Count];
        node["type"] = "poll";

        var refused = Assert.Throws<DocumentException>(() => DraftDocument.Parse(json.ToJsonString()));
        var problem = Assert.Single(refused.Problems);
        Assert.Equal(path, problem.Path);
        Assert.Contains("poll", problem.Message);
    });

    [Fact]
    public void A_hostile_address_never_reaches_a_link() =>
        Gen.OneOf("java", "script", ":", "JaVaScRiPt:", "data:text/html,", "vbscript:", "\t", "\n", "\0", "\u0001", " ", "\u00A0", "//", "/", "\\", "x", "http:", "https://", "mailto:", "&#58;", "%3A", "alert(1)", "blob:", "file:///", "\"", "<", "?", "#", "\uFEFF", "\u200B")
        .Array[1, 7].Select(string.Concat).Sample(address =>
        {
            var hrefs = new List<string>();
            if (LinkSafety.Clean(address) is { } clean) hrefs.Add(clean);
            if (Parsed(address) is { } document) hrefs.AddRange(Body(Page(document)).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!));
            var read = HtmlReader.Read($"<a href=\"{address.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)}\">words</a>");
            Assert.Contains("words", read.Document.ToJson());
            hrefs.AddRange(Body(Page(read.Document)).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!));

            // AngleSharp follows the URL standard: it says what a browser would do with each.
            foreach (var href in hrefs) Assert.Contains(new Url(new Url("https://paper.example/"), href).Scheme + ":", SafeSchemes);
        }, iter: 20_000);

    private static DraftDocument? Parsed(string address)
    {
        try
        {
            return DraftDocument.Parse(
                """{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"link","attrs":{"href":""" + JsonSerializer.Serialize(address) + "}}]}]}]}");
        }
        catch (DocumentException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Path, JsonObject Node)> Nodes(JsonNode node, string path)
    {
        var own = node.AsObject();
        var inside = own["content"] is JsonArray content ? content.SelectMany((child, index) => Nodes(child!, $"{path}.content[{index}]".TrimStart('.'))) : [];
        return inside.Prepend((path, own));
    }

    private static string Page(DraftDocument document, IDocumentParts? parts = null) => new PageRenderer(parts ?? Parts).Render(document.ForPublication());

    private static string Feed(DraftDocument document) => new FeedRenderer(Parts, new("https://paper.example/")).Render(document.ForPublication());

    private static IElement Body(string html) => new HtmlParser().ParseDocument(html).Body!;

    private static string Shown(string html, string without)
    {
        var body = Body(html);
        foreach (var element in body.QuerySelectorAll(without)) element.Remove();
        return DocumentWordsOf.WithoutSpaces(body.TextContent);
    }

    // The parser found exactly the elements that were written: nothing was moved, closed or made up.
    private static void AssertAsWritten(string html, IDocument page)
    {
        var written = System.Text.RegularExpressions.Regex.Count(html, "<[a-z]");
        Assert.Equal(written, page.Body!.GetElementsByTagName("*").Length);
    }

    private static string WithoutSpaces(IEnumerable<Block> blocks) => DocumentWordsOf.WithoutSpaces(string.Concat(blocks.Select(Own)));

    private static string Own(Block block) => block switch
    {
        PullQuote quote when quote.Content.All(inline => inline is not TextRun run || string.IsNullOrWhiteSpace(run.Text)) => "",
        PullQuote quote => Runs(quote) + quote.Attribution,
        TextBlock text => Runs(text),
        BlockQuote quote => string.Concat(quote.Content.Select(Own)),
        ListBlock list => string.Concat(list.Items.SelectMany(item => item.Content).Select(Own)),
        TableBlock table => string.Concat(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Content).Select(Own)),
        FactBox box => box.Title + string.Concat(box.Content.Select(Own)),
        _ => "",
    };

    private static string Runs(TextBlock text) => string.Concat(text.Content.OfType<TextRun>().Select(run => run.Text));
}
