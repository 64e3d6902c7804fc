namespace Broadsheet.Accounts;

/// <summary>What a member of staff is. Each role may do all that the one before it may, and more.</summary>
public enum Role
{
    /// <summary>Writes and edits her own articles, adds pictures; publishes nothing.</summary>
    Reporter,

    /// <summary>Edits every article, publishes, schedules, withdraws, lifts embargoes, arranges the front page.</summary>
    Editor,

    /// <summary>Runs the paper: its name and look, its message, legal removals, the names behind pen names.</summary>
    Publisher,

    /// <summary>Lets people in and out: staff, roles, tokens.</summary>
    Administrator,
}
