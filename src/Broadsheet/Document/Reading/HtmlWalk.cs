using AngleSharp.Dom;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document.Reading;

/// <summary>Goes through foreign HTML in reading order. What it does not know is walked through, so its text is kept.</summary>
internal sealed class HtmlWalk(ReadingContext context, int headingShift)
{
    // Deeper than any text; below it only the words are taken, so that no page can exhaust the stack.
    private const int MaxDepth = 300;

    private int depth;

    private BlockSink sink = new();

    public ReadingContext Context => context;

    /// <summary>The blocks that these nodes make by themselves.</summary>
    public List<Block> Inside(IEnumerable<INode> nodes, InlineStyle style, string? dir = null)
    {
        var outer = sink;
        sink = new() { Dir = dir ?? outer.Dir };
        foreach (var node in nodes) Node(node, style);
        var blocks = sink.Finish();
        sink = outer;
        return blocks;
    }

    private void Children(INode node, InlineStyle style)
    {
        foreach (var child in node.ChildNodes) Node(child, style);
    }

    private void Node(INode node, InlineStyle style)
    {
        if (node is IText text) sink.Text(text.Data, style);
        else if (node is IElement element)
        {
            depth++;
            if (depth > MaxDepth) sink.Text(HtmlText.Of(element), style);
            else Element(element, style);
            depth--;
        }
    }

    private void Element(IElement element, InlineStyle style)
    {
        var css = new CssDeclarations(element.GetAttribute("style"));
        if (HtmlLeftOut.IsLeftOut(element, css, context)) return;

        style = style.Within(element, css);
        foreach (var child in HtmlReader.Shadow(element)) Node(child, style);
        if (css["mso-list"] is { Length: > 0 } list && WordList.Entry(element, list) is { } entry)
        {
            AddAll(HtmlList.Entries(entry.Level, entry.IsOrdered, entry.Start, Inside(element.ChildNodes, style, Dir(element))));
            return;
        }

        switch (element.LocalName)
        {
            case "br": sink.Break(); break;
            case "hr": sink.Add(new RuleBlock("")); break;
            case "a": Children(element, Linked(element, style)); break;
            case "q": Quoted(element, style); break;
            case "rt" when element.ParentElement?.QuerySelector("rp") is null: Around("(", element, ")", style); break;
            case "img": Picture(element, style); break;
            case "iframe": AddAll(HtmlMedia.Frame(element, context)); break;
            case "video" or "audio" or "object" or "embed": Media(element, style); break;
            case "div" or "figure" when HtmlFigure.IsFigure(element): AddAll(HtmlFigure.Read(element, style, this)); break;
            case "blockquote": AddAll(HtmlQuotes.Read(element, style, this)); break;
            case "aside" when element.ClassList.Contains("fact-box"): AddAll(HtmlQuotes.FactBox(element, style, this)); break;
            case "ul" or "ol" or "menu" or "dir" when !HtmlList.IsFlat(element): AddAll(HtmlList.Read(element, style, this)); break;
            case "li" when element.HasAttribute("data-aria-level"): AddAll(HtmlList.FlatItem(element, Inside(element.ChildNodes, style, Dir(element)))); break;
            case "table": AddAll(HtmlTable.Read(element, style, this)); break;
            case "template" when element is AngleSharp.Html.Dom.IHtmlTemplateElement template: Children(template.Content, style); break;
            default: Plain(element, style, css); break;
        }
    }

    private void Plain(IElement element, InlineStyle style, CssDeclarations css)
    {
        if (element.LocalName == "u" && style.Link is null) context.NoteOnce(ReadingNoteKind.Formatting, T("reading.note.underline"));
        var level = HtmlHeadings.Level(element, css, headingShift);
        if (level is null && !HtmlBlocks.IsBlock(element, css))
        {
            Children(element, Spoken(element, style));
            return;
        }

        sink.Flush();
        var (outerLevel, outerDir) = (sink.HeadingLevel, sink.Dir);
        sink.HeadingLevel = level ?? outerLevel;
        sink.Dir = Dir(element) ?? outerDir;
        Children(element, style);
        sink.Flush();
        (sink.HeadingLevel, sink.Dir) = (outerLevel, outerDir);
    }

    private InlineStyle Linked(IElement element, InlineStyle style) =>
        ForeignLinks.Read(element.GetAttribute("href"), context) is { } href ? style with { Link = href } : style;

    private InlineStyle Spoken(IElement element, InlineStyle style) =>
        !context.IsFromOffice && element.GetAttribute("lang") is { } lang && SchemaValues.IsLanguage(lang) ? style with { Language = lang } : style;

    // Browsers draw the marks of a q element; text has to write them.
    private void Quoted(IElement element, InlineStyle style) => Around("“", element, "”", style);

    private void Around(string before, IElement element, string after, InlineStyle style)
    {
        sink.Text(before, style);
        Children(element, style);
        sink.Text(after, style);
    }

    private void Picture(IElement element, InlineStyle style)
    {
        if (HtmlMedia.Emoji(element) is { } emoji) sink.Text(emoji, style);
        else if (HtmlMedia.Picture(element, context) is { } picture) sink.Add(picture);
    }

    private void Media(IElement element, InlineStyle style)
    {
        AddAll(HtmlMedia.Player(element, context));
        Children(element, style);
    }

    private void AddAll(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks.ToList()) sink.Add(block);
    }

    internal static string? Dir(IElement element) => element.GetAttribute("dir")?.ToLowerInvariant() is "ltr" or "rtl" ? element.GetAttribute("dir")!.ToLowerInvariant() : null;
}
