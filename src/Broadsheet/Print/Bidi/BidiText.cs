namespace Broadsheet.Print.Bidi;

/// <summary>
/// One paragraph under the Unicode Bidirectional Algorithm (UAX #9, revision 46): a level for each UTF-16 unit, odd for right to left,
/// and the order in which the pieces of a line stand from left to right.
/// </summary>
internal sealed class BidiText
{
    /// <summary>What rule X9 takes out (embeddings, overrides, their ends, BN) has the level of what stands before it.</summary>
    private readonly byte[] levels;
    private readonly BidiClass[] classes;

    /// <param name="isRightToLeft">The paragraph's direction; null: that of its first letter, left to right if it has none (P2, P3).</param>
    public BidiText(string text, bool? isRightToLeft)
    {
        classes = BidiData.ClassesOf(text);
        var isolates = new Isolates(classes);
        ParagraphLevel = (byte)((isRightToLeft ?? isolates.IsRightToLeft(0, text.Length)) ? 1 : 0);

        var resolved = classes.ToArray();
        var marked = ExplicitLevels.Of(resolved, isolates, ParagraphLevel);
        levels = [.. marked];
        foreach (var run in IsolatingRun.AllOf(classes, marked, isolates)) new RunResolution(text, classes, resolved, run, marked, levels, ParagraphLevel).Resolve();
        Fill();
    }

    public byte ParagraphLevel { get; }

    /// <summary>The levels of one line, where spaces at its end go with the paragraph (L1).</summary>
    public byte[] LevelsOf(int start, int end)
    {
        var line = levels[start..end];
        var trailing = true;
        for (var i = end - 1; i >= start; i--)
        {
            if (classes[i] is BidiClass.B or BidiClass.S) trailing = true;
            else if (!IsolatingRun.IsRemoved(classes[i]) && classes[i] is not (BidiClass.WS or BidiClass.FSI or BidiClass.LRI or BidiClass.RLI or BidiClass.PDI)) trailing = false;

            if (trailing) line[i - start] = ParagraphLevel;
        }

        return line;
    }

    /// <summary>From left to right: where the piece stands that is the first, the second … on the line (L2).</summary>
    public static int[] VisualOrder(IReadOnlyList<byte> levels)
    {
        var order = Enumerable.Range(0, levels.Count).ToArray();
        var highest = levels.Count == 0 ? 0 : levels.Max();
        for (var level = highest; level > 0; level--)
        {
            for (var i = 0; i < order.Length; i++)
            {
                if (levels[i] < level) continue;

                var end = i;
                while (end < order.Length && levels[end] >= level) end++;
                Array.Reverse(order, i, end - i);
                i = end;
            }
        }

        return order;
    }

    private void Fill()
    {
        for (var i = 0; i < levels.Length; i++)
        {
            if (IsolatingRun.IsRemoved(classes[i])) levels[i] = i == 0 ? ParagraphLevel : levels[i - 1];
        }
    }
}
