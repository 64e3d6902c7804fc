namespace Broadsheet.Document.Reading;

/// <summary>
/// Puts blocks where the schema lets them stand. Nothing is dropped and nothing changes its place
/// in the text: a container is closed before what it cannot hold and opened again after it.
/// </summary>
internal static class Fitting
{
    /// <summary>Lists nested deeper go on at this level: the schema's depth is finite, foreign markup is not.</summary>
    public const int MaxListDepth = 8;

    public static bool IsFlow(Block block) => block is Paragraph or ListBlock;

    public static bool IsInset(Block block) =>
        block is Paragraph or Heading or ListBlock or BlockQuote or PictureBlock or TableBlock or RuleBlock or FileBlock or EmbedBlock;

    /// <summary>The block as paragraphs and lists, where its text can be said so.</summary>
    public static IEnumerable<Block> AsFlow(Block block) => block switch
    {
        Heading heading => [new Paragraph("", Embolden(heading.Content), heading.Dir)],
        BlockQuote quote => quote.Content,
        PullQuote quote => [new Paragraph("", quote.Content, quote.Dir), .. Line(quote.Attribution)],
        FactBox box => [.. Line(box.Title), .. box.Content.SelectMany(AsFlow)],
        _ => [block],
    };

    public static IEnumerable<Block> AsInset(Block block) => block is PullQuote or FactBox ? AsFlow(block) : block is Gallery gallery ? gallery.Pictures : [block];

    /// <summary>Runs of blocks that fit are wrapped, others stand between them.</summary>
    public static IEnumerable<Block> Wrap(IEnumerable<Block> blocks, Func<Block, bool> fits, Func<Nodes<Block>, Block> wrap)
    {
        var inside = new List<Block>();
        foreach (var block in blocks)
        {
            if (fits(block))
            {
                inside.Add(block);
                continue;
            }

            if (inside.Count > 0) yield return wrap([.. inside]);
            inside.Clear();
            yield return block;
        }

        if (inside.Count > 0) yield return wrap([.. inside]);
    }

    /// <summary>A pull quote, where the words are words; else what they are.</summary>
    public static IEnumerable<Block> AsPullQuote(IReadOnlyList<Block> words, string attribution)
    {
        if (words is [BlockQuote only]) words = only.Content;
        if (words.Count == 0 || !words.All(block => block is Paragraph)) return [.. words, .. Line(attribution)];

        var paragraphs = words.Cast<Paragraph>().ToList();
        var content = paragraphs.SelectMany((paragraph, index) => index == 0 ? paragraph.Content : paragraph.Content.Prepend(new HardBreak()));
        return [new PullQuote("", InlineText.Join(content), attribution, paragraphs[0].Dir)];
    }

    /// <summary>A fact box, or two with what none can hold between them; the title stands over the first.</summary>
    public static IEnumerable<Block> AsFactBox(IEnumerable<Block> content, string title)
    {
        var blocks = content.SelectMany(AsInset).ToList();
        if (!blocks.Exists(IsInset)) return [.. Line(title), .. blocks];

        var isFirst = true;
        return Wrap(blocks, IsInset, inside =>
        {
            var box = new FactBox("", isFirst ? title : "", inside);
            isFirst = false;
            return box;
        });
    }

    /// <summary>A list item's content: it has to begin with a paragraph.</summary>
    public static ListItem Item(IReadOnlyList<Block> content) => new(content is [Paragraph, ..] ? [.. content] : [new Paragraph("", []), .. content]);

    public static IEnumerable<Block> Line(string text) => text == "" ? [] : [new Paragraph("", [new TextRun(text)])];

    /// <summary>The same blocks with no list nested deeper than MaxListDepth.</summary>
    public static List<Block> Shallow(IEnumerable<Block> blocks, int depth = 0) => [.. blocks.SelectMany(block => Shallow(block, depth))];

    private static IEnumerable<Block> Shallow(Block block, int depth) => block switch
    {
        ListBlock list when depth >= MaxListDepth => list.Items.SelectMany(item => Shallow(item.Content, depth)),
        ListBlock list => [list with { Items = [.. list.Items.Select(item => new ListItem([.. Shallow(item.Content, depth + 1)]))] }],
        BlockQuote quote => [quote with { Content = [.. Shallow(quote.Content, depth)] }],
        FactBox box => [box with { Content = [.. Shallow(box.Content, depth)] }],
        TableBlock table => [table with { Rows = [.. table.Rows.Select(row => new TableRow([.. row.Cells.Select(cell => cell with { Content = [.. Shallow(cell.Content, depth)] })]))] }],
        _ => [block],
    };

    private static Nodes<Inline> Embolden(Nodes<Inline> content) =>
        InlineText.Join(content.Select(inline => inline with { Marks = InlineText.InOrder(inline.Marks.Append(new BoldMark()).Distinct()) }));
}
