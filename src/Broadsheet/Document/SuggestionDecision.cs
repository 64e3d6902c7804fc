namespace Broadsheet.Document;

/// <summary>
/// Makes the document that follows from verdicts on suggestions. What comes out always fits the schema: a container that loses
/// everything goes too, a table cell and the document itself keep an empty paragraph.
/// </summary>
internal sealed class SuggestionDecision(Func<string, Verdict> verdict, bool dropsComments)
{
    // The same document must come out each time: the id is no random one.
    private const string OnlyBlock = "empty";

    private readonly HashSet<string> joining = [];

    public Nodes<Block> Over(Nodes<Block> content)
    {
        var decided = Blocks(content);
        if (joining.Count > 0) decided = new BlockJoining(joining).Over(decided);
        return decided.Count > 0 ? decided : [new Paragraph(OnlyBlock, [])];
    }

    private Nodes<Block> Blocks(IEnumerable<Block> blocks) => [.. blocks.Select(Block).OfType<Block>()];

    private Block? Block(Block block)
    {
        var change = block.Change;
        var said = change is null ? Verdict.Open : verdict(change.Suggestion.Id);
        switch (change?.Kind, said)
        {
            case (BlockChangeKind.Insertion, Verdict.Rejected) or (BlockChangeKind.Deletion, Verdict.Accepted): return null;
            case (BlockChangeKind.Split, Verdict.Rejected) or (BlockChangeKind.Join, Verdict.Accepted): joining.Add(block.Id); break;
        }

        var within = block is TextBlock text ? text with { Content = Inlines(text.Content) } : BlockParts.With(block, Blocks);
        return said == Verdict.Open || within is null ? within : within with { Change = null };
    }

    private Nodes<Inline> Inlines(Nodes<Inline> content) => InlineText.Join(content.Select(Inline).OfType<Inline>());

    private Inline? Inline(Inline run)
    {
        var marks = new List<Mark>();
        foreach (var mark in run.Marks)
        {
            switch (mark)
            {
                case CommentMark when dropsComments: break;
                case InsertionMark { Suggestion.Id: var id }:
                    if (verdict(id) == Verdict.Rejected) return null;
                    if (verdict(id) == Verdict.Open) marks.Add(mark);
                    break;
                case DeletionMark { Suggestion.Id: var id }:
                    if (verdict(id) == Verdict.Accepted) return null;
                    if (verdict(id) == Verdict.Open) marks.Add(mark);
                    break;
                default: marks.Add(mark); break;
            }
        }

        return marks.Count == run.Marks.Count ? run : run with { Marks = [.. marks] };
    }
}
