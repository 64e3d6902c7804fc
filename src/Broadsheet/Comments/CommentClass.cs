namespace Broadsheet.Comments;

/// <summary>Whose comments they are, and with that who sees them.</summary>
public enum CommentClass
{
    /// <summary>The newsroom's own.</summary>
    Staff,

    /// <summary>Somebody with a link and no account: a translator, a source about his own words.</summary>
    Guest,

    /// <summary>A lawyer's. Seen by named roles alone, and absent from whatever leaves the house.</summary>
    Legal,
}
