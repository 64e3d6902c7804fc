namespace Broadsheet.Articles;

/// <summary>How much of a story that is not open to all is there for everybody, and how many a signed-in reader reads for nothing. The paper's choice, an edition each.</summary>
public sealed record AccessTerms
{
    /// <summary>Blocks of the text that everybody reads.</summary>
    public int PreviewBlocks { get; init; } = 2;

    /// <summary>Metered stories a month for a reader who is signed in and no member.</summary>
    public int StoriesAMonth { get; init; } = 3;
}
