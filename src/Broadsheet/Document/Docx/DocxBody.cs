using System.Xml.Linq;
using Broadsheet.Document.Reading;
using Broadsheet.Document.Rendering;
using static Broadsheet.Document.Docx.Wml;

namespace Broadsheet.Document.Docx;

/// <summary>Writes the blocks of a story as Word's paragraphs and tables.</summary>
internal sealed class DocxBody(DocxStory story, DocxLinks links, DocxLists lists)
{
    private readonly DocxRuns _runs = new(links);
    private int _pictures;

    /// <summary>Where a block stands: the style of its paragraphs, how deep in lists, and what is suggested of it or of what it is in.</summary>
    private readonly record struct Place(string? Style = null, int Depth = 0, XElement? Number = null, BlockChange? Change = null)
    {
        /// <summary>What is suggested of the end of its paragraph: a block that begins only if it is accepted, or is to go on from this one.</summary>
        public BlockChange? End { get; init; }
    }

    public XElement Write()
    {
        var body = new XElement(W + "body", Line("Title", story.Headline), Line("Subtitle", story.Standfirst), Line("Byline", story.Byline));
        if (story.Lead is { } lead) body.Add(Picture(lead, null, null));
        var content = story.Body.Content;
        if (story.Dateline.Length > 0)
        {
            if (content is [Paragraph first, ..])
            {
                body.Add(Paragraph(first, new(), $"{story.Dateline} — "));
                content = [.. content.Skip(1)];
            }
            else body.Add(Line("Byline", story.Dateline));
        }
        body.Add(Blocks(content, new()));
        // A4 with margins of 2.25 cm.
        body.Add(new XElement(W + "sectPr", new XElement(W + "pgSz", At("w", 11906), At("h", 16838)),
            new XElement(W + "pgMar", At("top", 1276), At("right", 1276), At("bottom", 1276), At("left", 1276), At("header", 709), At("footer", 709), At("gutter", 0)),
            story.IsRightToLeft ? On("bidi") : null));
        return body;
    }

    private IEnumerable<XElement> Blocks(IEnumerable<Block> content, Place place)
    {
        var blocks = content.ToList();
        foreach (var made in blocks.SelectMany((block, index) => Block(block, place with { End = index + 1 < blocks.Count ? blocks[index + 1].Change : null })))
        {
            yield return made;
            // Two tables one after the other would be one, and a cell must end with a paragraph.
            if (made.Name == W + "tbl") yield return new(W + "p", new XElement(W + "pPr", Val("pStyle", "AfterTable")));
        }
    }

    private IEnumerable<XElement> Block(Block block, Place place) => block.Change is { Kind: BlockChangeKind.Insertion or BlockChangeKind.Deletion } change
        ? Made(block, place with { Change = change }) : Made(block, place);

    private IEnumerable<XElement> Made(Block block, Place place) => block switch
    {
        Heading heading => [Paragraph(heading, place with { Style = $"Heading{heading.Level}" })],
        PullQuote { Attribution: "" } quote => [Paragraph(quote, place with { Style = "IntenseQuote" })],
        PullQuote quote => [Paragraph(quote, place with { Style = "IntenseQuote" }), Line("Attribution", $"— {quote.Attribution}")!],
        TextBlock text => [Paragraph(text, place)],
        BlockQuote quote => Blocks(quote.Content, place with { Style = "Quote" }),
        ListBlock list => Items(list, place),
        TableBlock table => [DocxTable.Of(table, IsToTheLeft(table, null), cell => Blocks(cell.Content, place with { Style = cell.IsHeader ? "TableHeading" : null, End = null }))],
        RuleBlock => [new(W + "p", new XElement(W + "pPr", new XElement(W + "pBdr", new XElement(W + "bottom", At("val", "single"), At("sz", 6), At("space", 1), At("color", "auto")))))],
        FactBox box => Box([.. ((XElement?[])[Line("FactTitle", box.Title), .. Blocks(box.Content, place with { Style = null, End = null })]).OfType<XElement>()]),
        Gallery gallery => Blocks(gallery.Pictures, place),
        PictureBlock use => story.Pictures.GetValueOrDefault(use.Picture) is { } picture ? Picture(picture, use.Caption, use.AltText) : [],
        FileBlock use => story.Parts.File(use.File) is { } file ? [Link(file.Url, use.Title == "" ? file.Title : use.Title)] : [],
        RelatedBox box => Related(box),
        EmbedBlock embed => [Link(embed.Url, embed.Title == "" ? embed.Url : embed.Title)],
        _ => throw new InvalidOperationException($"No Word for {block.GetType().Name}"),
    };

    private XElement Paragraph(TextBlock block, Place place, string before = "")
    {
        var toTheLeft = IsToTheLeft(block, block.Dir);
        return new XElement(W + "p", Layout(place, toTheLeft), before.Length > 0 ? _runs.Of(before, toTheLeft, new BoldMark()) : null, _runs.Of(Changed(block.Content, place.Change), toTheLeft));
    }

    private static Nodes<Inline> Changed(Nodes<Inline> content, BlockChange? change) => change is null ? content
        : [.. content.Select(inline => inline with { Marks = [.. inline.Marks, change.Kind == BlockChangeKind.Insertion ? new InsertionMark(change.Suggestion) : new DeletionMark(change.Suggestion)] })];

    // In the order of the schema (CT_PPr).
    private XElement? Layout(Place place, bool toTheLeft)
    {
        var layout = new XElement(W + "pPr");
        if (place.Style is { } style) layout.Add(Val("pStyle", style));
        if (place.Number is { } number) layout.Add(number);
        if (toTheLeft) layout.Add(On("bidi"));
        if (place is { Depth: > 0, Number: null }) layout.Add(new XElement(W + "ind", At("left", DocxLists.IndentOf(place.Depth - 1))));
        if (Mark(place) is { } mark) layout.Add(new XElement(W + "rPr", mark));
        return layout.HasElements ? layout : null;
    }

    // A paragraph's end is a letter to Word: it comes in with a block and goes with it, and without it the next block goes on from this one.
    private XElement? Mark(Place place) => place switch
    {
        { Change: { Kind: BlockChangeKind.Insertion } whole } => _runs.Change("ins", whole.Suggestion),
        { Change: { Kind: BlockChangeKind.Deletion } whole } => _runs.Change("del", whole.Suggestion),
        { End: { Kind: BlockChangeKind.Split } next } => _runs.Change("ins", next.Suggestion),
        { End: { Kind: BlockChangeKind.Join } next } => _runs.Change("del", next.Suggestion),
        _ => null,
    };

    private IEnumerable<XElement> Items(ListBlock list, Place place)
    {
        var level = Math.Min(place.Depth, DocxLists.Levels - 1);
        var number = new XElement(W + "numPr", Val("ilvl", level), Val("numId", lists.Begin(list, level)));
        foreach (var item in list.Items)
        {
            var inside = place with { Depth = place.Depth + 1, Number = null, End = null };
            foreach (var made in Block(item.Content[0], inside with { Number = number })) yield return made;
            foreach (var made in Blocks(item.Content.Skip(1), inside)) yield return made;
        }
    }

    private static IEnumerable<XElement> Box(IReadOnlyList<XElement> content) => content.Count == 0 ? [] : [new(W + "tbl",
        new XElement(W + "tblPr", Val("tblStyle", "FactBox"), new XElement(W + "tblW", At("w", 5000), At("type", "pct"))),
        new XElement(W + "tblGrid", On("gridCol")), new XElement(W + "tr", new XElement(W + "tc", content)))];

    private IEnumerable<XElement> Related(RelatedBox box)
    {
        var stories = box.Articles.Select(story.Parts.Article).OfType<ArticlePart>().ToList();
        return stories.Count == 0 ? [] : [Line("FactTitle", box.Title == "" ? story.Parts.Words.Related : box.Title)!, .. stories.Select(one => Link(one.Url, one.Headline))];
    }

    private IEnumerable<XElement> Picture(DocxPicture picture, string? caption, string? altText)
    {
        yield return new XElement(W + "p", new XElement(W + "pPr", On("keepNext")), new XElement(W + "r", DocxDrawing.Of(links.IdOf(picture.Jpeg), ++_pictures, picture, Clean(altText ?? picture.AltText))));
        if (Line("Caption", string.Join(' ', new[] { caption ?? picture.Caption, picture.Credit }.Where(words => words != ""))) is { } words) yield return words;
    }

    private XElement Link(string href, string words)
    {
        var toTheLeft = IsToTheLeft(words);
        return new(W + "p", Layout(new(), toTheLeft), _runs.Of([new TextRun(words, [new LinkMark(href)])], toTheLeft));
    }

    /// <summary>A line of the story's frame; null: it says nothing.</summary>
    private XElement? Line(string style, string text)
    {
        var toTheLeft = IsToTheLeft(text);
        return text.Length == 0 ? null : new(W + "p", Layout(new(style), toTheLeft), _runs.Of(text, toTheLeft));
    }

    private bool IsToTheLeft(Block block, string? dir) => dir is not null ? dir == "rtl"
        : IsToTheLeft(string.Concat(BlockTree.All(block).OfType<TextBlock>().SelectMany(text => text.Content).OfType<TextRun>().Select(run => run.Text)));

    private bool IsToTheLeft(string text) => TextDirection.Of(text) is { } way ? way == "rtl" : story.IsRightToLeft;
}
