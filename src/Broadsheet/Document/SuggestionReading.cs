using System.Text;

namespace Broadsheet.Document;

/// <summary>Reads suggestions and the places of comments out of a document.</summary>
internal static class SuggestionReading
{
    public static IReadOnlyList<SuggestionSummary> Of(Nodes<Block> content)
    {
        var found = new Dictionary<string, (Suggestion Suggestion, StringBuilder Inserted, StringBuilder Deleted, List<BlockChangeKind> Blocks, string Block)>();
        foreach (var block in content.SelectMany(BlockTree.All))
        {
            if (block.Change is { } change) At(change.Suggestion, block).Blocks.Add(change.Kind);
            foreach (var run in (block as TextBlock)?.Content ?? [])
            {
                foreach (var mark in run.Marks)
                {
                    if (mark is InsertionMark inserted) At(inserted.Suggestion, block).Inserted.Append(Words(run));
                    if (mark is DeletionMark deleted) At(deleted.Suggestion, block).Deleted.Append(Words(run));
                }
            }
        }

        return [.. found.Values.Select(one => new SuggestionSummary(one.Suggestion, one.Inserted.ToString(), one.Deleted.ToString(), one.Blocks, one.Block))];

        (Suggestion, StringBuilder Inserted, StringBuilder Deleted, List<BlockChangeKind> Blocks, string) At(Suggestion suggestion, Block block)
        {
            if (!found.TryGetValue(suggestion.Id, out var one)) found[suggestion.Id] = one = (suggestion, new(), new(), [], block.Id);
            return one;
        }
    }

    public static IReadOnlyDictionary<string, string> Commented(Nodes<Block> content)
    {
        var found = new Dictionary<string, string>();
        foreach (var run in content.SelectMany(BlockTree.All).OfType<TextBlock>().SelectMany(block => block.Content))
            foreach (var mark in run.Marks.OfType<CommentMark>()) found[mark.Id] = found.GetValueOrDefault(mark.Id, "") + Words(run);
        return found;
    }

    /// <summary>Whether what others suggested and where others commented is still there, and everything new is mine.</summary>
    public static bool LeavesOthers(Nodes<Block> before, Nodes<Block> after, Func<Suggestion, bool> isMine)
    {
        var (old, now) = (Of(before), Of(after));
        var known = old.Where(one => !isMine(one.Suggestion)).ToDictionary(one => one.Suggestion.Id);
        var others = now.Where(one => !isMine(one.Suggestion)).ToList();
        var comments = Commented(after);
        return others.Count == known.Count && others.All(one => known.TryGetValue(one.Suggestion.Id, out var was) && IsSame(was, one)) && Commented(before).Keys.All(comments.ContainsKey);
    }

    private static bool IsSame(SuggestionSummary one, SuggestionSummary other) =>
        one.Suggestion == other.Suggestion && one.Inserted == other.Inserted && one.Deleted == other.Deleted && one.Blocks.SequenceEqual(other.Blocks);

    private static string Words(Inline run) => run is TextRun text ? text.Text : "\n";
}
