namespace Broadsheet.Document;

/// <summary>Who suggests a change, and when. Everything that carries the same id is one suggestion, accepted or rejected as one.</summary>
/// <param name="Author">The name at the time: it stays when the person goes.</param>
/// <param name="By">The member of staff; null for somebody without an account.</param>
/// <param name="At">Whole seconds, UTC.</param>
public sealed record Suggestion(string Id, string Author, Guid? By, DateTimeOffset At);

public enum BlockChangeKind
{
    /// <summary>The whole block is suggested.</summary>
    Insertion,

    /// <summary>The whole block is to go.</summary>
    Deletion,

    /// <summary>A block of text begins here only if the suggestion is accepted; rejected, it goes on from the one before.</summary>
    Split,

    /// <summary>A block of text is to go on from the one before.</summary>
    Join,
}

public sealed record BlockChange(BlockChangeKind Kind, Suggestion Suggestion);

public enum Verdict { Open, Accepted, Rejected }

/// <summary>One suggestion as a person reads it.</summary>
/// <param name="Inserted">The words that would come in.</param>
/// <param name="Deleted">The words that would go.</param>
/// <param name="Blocks">What happens to whole blocks.</param>
/// <param name="Block">Where it begins.</param>
public sealed record SuggestionSummary(Suggestion Suggestion, string Inserted, string Deleted, IReadOnlyList<BlockChangeKind> Blocks, string Block);
