using Broadsheet.Document;

namespace Broadsheet.Corrections.Fixing;

/// <summary>Words in a body put right by naming them: they stand within one paragraph, and keep the marks they begin with.</summary>
internal static class ReplacedText
{
    public static int Count(DraftDocument body, string find) => body.AllBlocks.OfType<TextBlock>().Sum(block => Places(TextOf(block), find).Count());

    public static DraftDocument In(DraftDocument body, string find, string put) => DraftDocument.Of([.. body.Content.Select(block => In(block, find, put))]);

    private static Block In(Block block, string find, string put) => block switch
    {
        TextBlock text => text with { Content = In(text, find, put) },
        BlockQuote quote => quote with { Content = [.. quote.Content.Select(inner => In(inner, find, put))] },
        FactBox box => box with { Content = [.. box.Content.Select(inner => In(inner, find, put))] },
        BulletList list => list with { Items = [.. list.Items.Select(item => item with { Content = [.. item.Content.Select(inner => In(inner, find, put))] })] },
        OrderedList list => list with { Items = [.. list.Items.Select(item => item with { Content = [.. item.Content.Select(inner => In(inner, find, put))] })] },
        TableBlock table => table with { Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell with { Content = [.. cell.Content.Select(inner => In(inner, find, put))] })] })] },
        _ => block,
    };

    private static Nodes<Inline> In(TextBlock block, string find, string put)
    {
        var places = Places(TextOf(block), find).ToList();
        if (places.Count == 0) return block.Content;

        var (runs, at) = (new List<Inline>(), 0);
        foreach (var inline in block.Content)
        {
            var length = inline is TextRun run ? run.Text.Length : 1;
            if (inline is TextRun text)
            {
                var words = new System.Text.StringBuilder();
                for (var i = 0; i < length; i++)
                {
                    if (places.Contains(at + i)) words.Append(put);
                    if (!places.Any(place => at + i >= place && at + i < place + find.Length)) words.Append(text.Text[i]);
                }
                runs.Add(text with { Text = words.ToString() });
            }
            else runs.Add(inline);
            at += length;
        }
        return InlineText.Join(runs);
    }

    private static string TextOf(TextBlock block) => string.Concat(block.Content.Select(inline => inline is TextRun run ? run.Text : "\n"));

    private static IEnumerable<int> Places(string text, string find)
    {
        for (var at = text.IndexOf(find, StringComparison.Ordinal); at >= 0; at = text.IndexOf(find, at + find.Length, StringComparison.Ordinal)) yield return at;
    }
}
