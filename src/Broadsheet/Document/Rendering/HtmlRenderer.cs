namespace Broadsheet.Document.Rendering;

/// <summary>What every rendering as HTML shares: text, marks, lists, tables. The rest differs by target.</summary>
public abstract class HtmlRenderer
{
    private protected readonly IDocumentParts parts;
    private protected HtmlWriter html = new();

    private protected HtmlRenderer(IDocumentParts parts) => this.parts = parts;

    public string Render(PublishedDocument document)
    {
        html = new();
        foreach (var block in document.Content)
        {
            Block(block, "auto");
            html.Line();
        }

        return html.ToString();
    }

    /// <summary>One block by itself, for pages that say something beside each.</summary>
    public string RenderAlone(Block block)
    {
        html = new();
        Block(block, "auto");
        return html.ToString();
    }

    /// <summary>Dir is what a block without one of its own gets: "auto", or null where its container has decided.</summary>
    private protected void Block(Block block, string? dir)
    {
        switch (block)
        {
            case Paragraph text: Text("p", text, dir); break;
            case Heading text: Heading(text, dir); break;
            case PullQuote quote: PullQuote(quote, dir); break;
            case BlockQuote quote: Container("blockquote", quote.Content, dir); break;
            case BulletList list: List("ul", list, null, dir); break;
            case OrderedList list: List("ol", list, list.Start == 1 ? null : $"{list.Start}", dir); break;
            case TableBlock table: Table(table); break;
            case RuleBlock: html.Void("hr"); break;
            case FactBox box: FactBox(box); break;
            case Gallery gallery: Gallery(gallery); break;
            case PictureBlock use: if (parts.Picture(use.Picture) is { } picture) Picture(use, picture); break;
            case FileBlock use: if (parts.File(use.File) is { } file) File(use, file); break;
            case RelatedBox box: if (Stories(box) is { Count: > 0 } stories) Related(box, stories); break;
            case EmbedBlock embed: Embed(embed); break;
            default: throw new InvalidOperationException($"No HTML for {block.GetType().Name}");
        }
    }

    private protected abstract void Heading(Heading heading, string? dir);
    private protected abstract void PullQuote(PullQuote quote, string? dir);
    private protected abstract void FactBox(FactBox box);
    private protected abstract void Gallery(Gallery gallery);
    private protected abstract void Picture(PictureBlock use, PicturePart picture);
    private protected abstract void File(FileBlock use, FilePart file);
    private protected abstract void Related(RelatedBox box, IReadOnlyList<ArticlePart> stories);
    private protected abstract void Embed(EmbedBlock block);

    /// <summary>How this target prints an address: as it is, or absolute. Null drops the link and keeps its text.</summary>
    private protected abstract string? Address(string href);

    private protected abstract void OpenMark(Mark mark);

    private protected void Text(string element, TextBlock text, string? dir)
    {
        html.Open(element, ("dir", text.Dir ?? dir));
        Inlines(text.Content);
        html.Close();
    }

    private protected void Container(string element, Nodes<Block> content, string? dir, string? cssClass = null)
    {
        html.Open(element, ("class", cssClass), ("dir", dir));
        // dir="auto" looks past children that have a dir, so these have none: the container's first letter decides.
        foreach (var block in content) Block(block, dir is null ? null : Inherit(block));
        html.Close();
    }

    private static string? Inherit(Block block) => block is TableBlock ? "auto" : null;

    private protected void List(string element, ListBlock list, string? start, string? dir)
    {
        html.Open(element, ("dir", dir), ("start", start));
        foreach (var item in list.Items)
        {
            html.Open("li");
            // A lone paragraph is the item; its own direction, when it has one, is kept.
            if (item.Content is [Paragraph { Dir: null } only]) Inlines(only.Content);
            else foreach (var block in item.Content) Block(block, null);
            html.Close();
        }

        html.Close();
    }

    private protected virtual void Table(TableBlock table)
    {
        html.Open("table");
        var head = table.Rows.TakeWhile(row => row.Cells.All(cell => cell.IsHeader)).Count();
        if (head == table.Rows.Count) head = 0;
        Rows("thead", table.Rows.Take(head), "col");
        Rows("tbody", table.Rows.Skip(head), "row");
        html.Close();
    }

    private void Rows(string element, IEnumerable<TableRow> rows, string scope)
    {
        if (!rows.Any()) return;
        html.Open(element);
        foreach (var row in rows)
        {
            html.Open("tr");
            foreach (var cell in row.Cells) Cell(cell, scope);
            html.Close();
        }

        html.Close();
    }

    private void Cell(TableCell cell, string scope)
    {
        html.Open(
            cell.IsHeader ? "th" : "td", ("dir", "auto"), ("scope", cell.IsHeader ? scope : null),
            ("colspan", cell.ColSpan == 1 ? null : $"{cell.ColSpan}"), ("rowspan", cell.RowSpan == 1 ? null : $"{cell.RowSpan}"));
        if (cell.Content is [Paragraph { Dir: null } only]) Inlines(only.Content);
        else foreach (var block in cell.Content) Block(block, null);
        html.Close();
    }

    private protected void Inlines(Nodes<Inline> content)
    {
        var open = new List<Mark>();
        foreach (var inline in content)
        {
            var marks = inline.Marks.Where(IsDrawn).ToList();
            var common = open.Zip(marks).TakeWhile(pair => pair.First.Equals(pair.Second)).Count();
            for (; open.Count > common; open.RemoveAt(open.Count - 1)) html.Close();
            foreach (var mark in marks.Skip(common))
            {
                OpenMark(mark);
                open.Add(mark);
            }

            if (inline is TextRun run) html.Text(run.Text);
            else html.Void("br");
        }

        foreach (var _ in open) html.Close();
    }

    // Checked again here, although Parse refuses other addresses: this is the last door.
    private bool IsDrawn(Mark mark) => mark is not LinkMark link || LinkSafety.IsSafe(link.Href) && Address(link.Href) is not null;

    private List<ArticlePart> Stories(RelatedBox box) => [.. box.Articles.Select(parts.Article).OfType<ArticlePart>()];
}
