namespace Broadsheet.Comments;

public enum AnchorKind
{
    /// <summary>Words that carry the comment's mark in the draft: they keep it through every change.</summary>
    Words,

    /// <summary>A whole block, by its id.</summary>
    Block,

    /// <summary>A field of the form, such as the headline.</summary>
    Field,

    /// <summary>The story as a whole.</summary>
    Story,
}

/// <summary>What a thread is about.</summary>
/// <param name="Key">The mark's id, the block's id or the field's name; for the whole story the word story.</param>
public sealed record CommentAnchor(AnchorKind Kind, string Key)
{
    /// <summary>The fields that can be commented on.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["Headline", "Standfirst"];

    public static CommentAnchor Whole { get; } = new(AnchorKind.Story, "story");

    /// <summary>Reads what a form says: <c>words/k3f9x2ab</c>, <c>block/k3f9x2ab</c>, <c>field/Headline</c> or <c>story/story</c>. Null when it says nothing of the kind.</summary>
    public static CommentAnchor? Read(string? text)
    {
        if (text?.Split('/') is not [var kind, { Length: > 0 and <= 40 } key] || !Enum.TryParse<AnchorKind>(kind, ignoreCase: true, out var known)) return null;
        return known switch
        {
            AnchorKind.Field => Fields.Contains(key) ? new(known, key) : null,
            AnchorKind.Story => Whole,
            _ => new(known, key),
        };
    }

    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}/{Key}";
}
