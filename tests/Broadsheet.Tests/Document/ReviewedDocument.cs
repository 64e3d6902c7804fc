using Broadsheet.Document;
using CsCheck;

namespace Broadsheet.Tests.Document;

/// <summary>Any document in the middle of a review: suggestions of every kind and comments strewn over it.</summary>
internal static class ReviewedDocument
{
    /// <summary>Stands in all text that is only suggested. Three, since any text at all may come to hold one.</summary>
    public const string Canary = "✎✎✎";

    public static Gen<DraftDocument> Documents { get; } = Gen.Select(AnyDocument.Documents, Gen.Int[0, int.MaxValue], (document, seed) => new Reviewer(new Random(seed)).Over(document));

    public static Suggestion Suggestion(string id, string author = "Mara") => new(id, author, null, new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero));

    private sealed class Reviewer(Random random)
    {
        private static readonly BlockChangeKind[] Kinds = Enum.GetValues<BlockChangeKind>();

        public DraftDocument Over(DraftDocument document) => DraftDocument.Of([.. Blocks(document.Content)]);

        private Nodes<Block> Blocks(IEnumerable<Block> blocks) => [.. blocks.Select(Block)];

        private Block Block(Block block)
        {
            var kind = Kinds[random.Next(Kinds.Length)];
            var isMarked = random.Next(4) == 0 && (block is TextBlock || kind is BlockChangeKind.Insertion or BlockChangeKind.Deletion);
            var within = block is TextBlock text ? text with { Content = [.. text.Content.Select(Inline)] } : BlockParts.With(block, Blocks)!;
            return isMarked ? within with { Change = new(kind, Suggestion(Id())) } : within;
        }

        private Inline Inline(Inline run)
        {
            var marks = new List<Mark>();
            for (var comments = random.Next(6) - 3; comments > 0; comments--) marks.Add(new CommentMark($"c{comments}"));
            if (random.Next(4) == 0) marks.Add(new DeletionMark(Suggestion(Id())));
            var isInserted = random.Next(4) == 0;
            if (isInserted) marks.Add(new InsertionMark(Suggestion(Id())));
            var marked = run with { Marks = InlineText.InOrder([.. marks, .. run.Marks]) };
            return marked is TextRun text && isInserted ? text with { Text = Canary + text.Text + Canary } : marked;
        }

        private string Id() => $"s{random.Next(6)}";
    }
}
