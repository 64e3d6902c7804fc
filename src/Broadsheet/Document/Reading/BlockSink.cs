namespace Broadsheet.Document.Reading;

/// <summary>Takes text and blocks in reading order and makes paragraphs of the text, with HTML's rules for spaces.</summary>
internal sealed class BlockSink
{
    private readonly List<Block> blocks = [];
    private readonly List<Inline> runs = [];
    private bool hasSpace;

    /// <summary>What the text that comes is: null for a paragraph, else a heading of this level.</summary>
    public int? HeadingLevel { get; set; }

    /// <summary>The direction that the source asked for.</summary>
    public string? Dir { get; set; }

    public void Text(string text, InlineStyle style)
    {
        var marks = style.Marks;
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && !IsSpace(text[index], style)) continue;
            if (index > start) Write(text[start..index], marks);
            start = index + 1;
            if (index == text.Length) break;
            if (!style.IsPreformatted) hasSpace = true;
            else if (text[index] == '\n') Break();
            else if (text[index] != '\r') Write(" ", marks);
        }
    }

    public void Break()
    {
        hasSpace = false;
        runs.Add(new HardBreak());
    }

    public void Add(Block block)
    {
        Flush();
        blocks.Add(block);
    }

    public void Flush()
    {
        foreach (var paragraph in Paragraphs())
        {
            if (Trim(paragraph) is not { Count: > 0 } content) continue;
            var dir = TextDirection.Explicit(Dir, content);
            blocks.Add(HeadingLevel is { } level ? new Heading("", level, Lighten(content), dir) : new Paragraph("", content, dir));
        }

        runs.Clear();
        hasSpace = false;
    }

    public List<Block> Finish()
    {
        Flush();
        return FlatLists.Assemble(blocks);
    }

    private static bool IsSpace(char letter, InlineStyle style) =>
        letter is ' ' or '\t' or '\n' or '\r' or '\f' || letter == '\u00A0' && style.HasSoftSpaces;

    private void Write(string text, Nodes<Mark> marks)
    {
        // A space between two runs has the marks that both have, so that none sticks out of a link.
        if (hasSpace && runs is [.., TextRun last] && !last.Text.EndsWith(' ')) runs.Add(new TextRun(" ", [.. last.Marks.Where(marks.Contains)]));
        hasSpace = false;
        var clean = DocumentText.Clean(text);
        if (clean != "") runs.Add(new TextRun(clean, marks));
    }

    // Two line breaks are how mail, old pages and Google Docs part paragraphs.
    private List<List<Inline>> Paragraphs()
    {
        var paragraphs = new List<List<Inline>> { new() };
        for (var index = 0; index < runs.Count; index++)
        {
            if (runs[index] is HardBreak && index + 1 < runs.Count && runs[index + 1] is HardBreak && HeadingLevel is null) paragraphs.Add([]);
            else paragraphs[^1].Add(runs[index]);
        }

        return paragraphs;
    }

    private static Nodes<Inline> Trim(List<Inline> content)
    {
        TrimSide(content, 0, text => text.TrimStart());
        TrimSide(content, ^1, text => text.TrimEnd());
        // Word writes a no-break space in front of a line's end.
        var lines = content.Select((inline, index) => inline is TextRun run && index + 1 < content.Count && content[index + 1] is HardBreak ? run with { Text = run.Text.TrimEnd() } : inline);
        return InlineText.Join(lines);
    }

    private static void TrimSide(List<Inline> content, Index side, Func<string, string> trim)
    {
        while (content.Count > 0)
        {
            var at = side.GetOffset(content.Count);
            if (content[at] is TextRun run && trim(run.Text) is { Length: > 0 } rest)
            {
                content[at] = run with { Text = rest };
                return;
            }

            content.RemoveAt(at);
        }
    }

    // A heading is bold by itself; office programs say so once more.
    private static Nodes<Inline> Lighten(Nodes<Inline> content) =>
        content.OfType<TextRun>().All(run => run.Marks.Contains(new BoldMark()))
            ? InlineText.Join(content.Select(inline => inline with { Marks = [.. inline.Marks.Where(mark => mark is not BoldMark)] }))
            : content;
}
