using DiffPlex;

namespace Broadsheet.Document.Comparing;

/// <summary>Where two rows of things differ: <c>Removed</c> of the first from <c>At</c> on stand against <c>Added</c> of the second from <c>AddedAt</c> on.</summary>
internal readonly record struct Gap(int At, int Removed, int AddedAt, int Added);

internal static class Sequence
{
    public static List<Gap> Gaps(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        [.. Differ.Instance.CreateDiffs(Given.Before, Given.After, ignoreWhiteSpace: false, ignoreCase: false, new Given(before, after)).DiffBlocks
            .Select(block => new Gap(block.DeleteStartA, block.DeleteCountA, block.InsertStartB, block.InsertCountB))];

    // DiffPlex cuts texts itself; ours are cut already.
    private sealed class Given(IReadOnlyList<string> before, IReadOnlyList<string> after) : IChunker
    {
        public const string Before = "before";
        public const string After = "after";

        public IReadOnlyList<string> Chunk(string text) => text == Before ? before : after;
    }
}
