using System.Text;

namespace Broadsheet.Document.Rendering;

/// <summary>Text alone, for mail's text part, search and whoever reads without pictures. A blank line parts blocks.</summary>
public sealed class PlainTextRenderer(IDocumentParts parts)
{
    public string Render(PublishedDocument document) => Blocks(document.Content);

    /// <summary>One block by itself, for pages that say something beside each.</summary>
    public string RenderAlone(Block block) => Block(block);

    private string Blocks(IEnumerable<Block> blocks) => string.Join("\n\n", blocks.Select(Block).Where(text => text != ""));

    private string Block(Block block) => block switch
    {
        PullQuote quote => quote.Attribution == "" ? Inlines(quote) : $"{Inlines(quote)}\n— {quote.Attribution}",
        TextBlock text => Inlines(text),
        BlockQuote quote => Indent("> ", "> ", Blocks(quote.Content)),
        BulletList list => Items(list, _ => "• "),
        OrderedList list => Items(list, index => $"{list.Start + index}. "),
        TableBlock table => string.Join('\n', table.Rows.Select(row => string.Join('\t', row.Cells.Select(Cell)))),
        RuleBlock => "* * *",
        FactBox box => Lines(box.Title, Blocks(box.Content)),
        Gallery gallery => Blocks(gallery.Pictures),
        PictureBlock use => Picture(use),
        FileBlock use => parts.File(use.File) is { } file ? $"{(use.Title == "" ? file.Title : use.Title)}: {file.Url}" : "",
        RelatedBox box => Related(box),
        EmbedBlock embed => embed.Title == "" ? embed.Url : $"{embed.Title}: {embed.Url}",
        _ => throw new InvalidOperationException($"No text for {block.GetType().Name}"),
    };

    private static string Inlines(TextBlock block)
    {
        var text = new StringBuilder();
        foreach (var inline in block.Content) text.Append(inline is TextRun run ? run.Text : "\n");
        return text.ToString();
    }

    private string Items(ListBlock list, Func<int, string> sign) =>
        string.Join('\n', list.Items.Select((item, index) => Indent(sign(index), new string(' ', sign(index).Length), string.Join('\n', item.Content.Select(Block)))));

    private string Cell(TableCell cell) => string.Join(' ', cell.Content.Select(Block)).Replace('\n', ' ').Replace('\t', ' ');

    private string Picture(PictureBlock use)
    {
        if (parts.Picture(use.Picture) is not { } picture) return "";
        var line = string.Join(' ', new[] { use.Caption ?? picture.Caption, picture.Credit }.Where(words => words != ""));
        return line == "" ? "" : $"[{line}]";
    }

    private string Related(RelatedBox box)
    {
        var stories = box.Articles.Select(parts.Article).OfType<ArticlePart>().Select(story => $"• {story.Headline}: {story.Url}").ToList();
        return stories.Count == 0 ? "" : Lines([box.Title == "" ? parts.Words.Related : box.Title, .. stories]);
    }

    private static string Lines(params IEnumerable<string> lines) => string.Join('\n', lines).Trim('\n');

    private static string Indent(string first, string rest, string text) =>
        first + string.Join('\n', text.Split('\n').Select((line, index) => index == 0 ? line : rest + line));
}
