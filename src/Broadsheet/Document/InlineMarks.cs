namespace Broadsheet.Document;

/// <summary>Marks put on part of a run of text.</summary>
public static class InlineMarks
{
    /// <param name="start">In UTF-16 units; a line break counts one.</param>
    public static Nodes<Inline> Put(Nodes<Inline> content, int start, int length, Mark mark)
    {
        var (parts, at, end) = (new List<Inline>(), 0, start + length);
        foreach (var inline in content)
        {
            var size = inline is TextRun words ? words.Text.Length : 1;
            var (from, to) = (Math.Clamp(start - at, 0, size), Math.Clamp(end - at, 0, size));
            if (from >= to || inline is not TextRun run) parts.Add(inline);
            else
            {
                parts.Add(run with { Text = run.Text[..from] });
                parts.Add(new TextRun(run.Text[from..to], InlineText.InOrder([.. run.Marks.Where(one => one.GetType() != mark.GetType()), mark])));
                parts.Add(run with { Text = run.Text[to..] });
            }

            at += size;
        }

        return InlineText.Join(parts);
    }
}
