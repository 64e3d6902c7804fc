namespace Broadsheet.Document.Comparing;

public enum PieceChange
{
    Same,

    /// <summary>The same words with other marks: bold, a link elsewhere.</summary>
    Restyled,
    Removed,
    Added,
}

/// <summary>Words in a row to which the same happened.</summary>
/// <param name="MarksBefore">Of the first word, where only marks changed.</param>
public sealed record Piece(PieceChange Change, string Text, Nodes<Mark> MarksBefore, Nodes<Mark> MarksAfter);

/// <summary>Two texts, word by word.</summary>
public sealed record TextComparison(IReadOnlyList<Piece> Pieces)
{
    public static TextComparison Of(string before, string after) => Of(Word.In(before), Word.In(after));

    public static TextComparison Of(Nodes<Inline> before, Nodes<Inline> after) => Of(Word.In(before), Word.In(after));

    public bool Differs => Pieces.Any(piece => piece.Change != PieceChange.Same);

    /// <summary>What stood there, for one of two columns.</summary>
    public IEnumerable<Piece> Before => Pieces.Where(piece => piece.Change != PieceChange.Added);

    /// <summary>What stands there now.</summary>
    public IEnumerable<Piece> After => Pieces.Where(piece => piece.Change != PieceChange.Removed);

    private static TextComparison Of(List<Word> before, List<Word> after)
    {
        var pieces = new List<Piece>();
        var (at, there) = (0, 0);
        foreach (var gap in Bridge(Sequence.Gaps([.. before.Select(word => word.Text)], [.. after.Select(word => word.Text)]), before))
        {
            Standing(gap.At);
            for (; at < gap.At + gap.Removed; at++) Add(PieceChange.Removed, before[at], before[at]);
            for (; there < gap.AddedAt + gap.Added; there++) Add(PieceChange.Added, after[there], after[there]);
        }
        Standing(before.Count);
        return new(pieces);

        void Standing(int until)
        {
            for (; at < until; at++, there++) Add(before[at].Marks.Equals(after[there].Marks) ? PieceChange.Same : PieceChange.Restyled, before[at], after[there]);
        }

        void Add(PieceChange change, Word was, Word now)
        {
            if (pieces is [.., var last] && last.Change == change && (change != PieceChange.Restyled || (last.MarksBefore.Equals(was.Marks) && last.MarksAfter.Equals(now.Marks))))
                pieces[^1] = last with { Text = last.Text + now.Text };
            else pieces.Add(new(change, now.Text, was.Marks, now.Marks));
        }
    }

    // "five men" to "six women" is one change and not two with a space between them: so it is read.
    private static IEnumerable<Gap> Bridge(List<Gap> gaps, List<Word> before)
    {
        for (var i = 0; i < gaps.Count; i++)
        {
            var gap = gaps[i];
            while (i + 1 < gaps.Count && gaps[i + 1] is var next && before[(gap.At + gap.Removed)..next.At].All(word => word.IsSpace))
            {
                gap = new(gap.At, next.At + next.Removed - gap.At, gap.AddedAt, next.AddedAt + next.Added - gap.AddedAt);
                i++;
            }
            yield return gap;
        }
    }
}
