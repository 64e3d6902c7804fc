namespace Broadsheet.Sections;

/// <summary>Who may read a story whole. Everybody else gets its beginning.</summary>
public enum Access
{
    /// <summary>Everybody.</summary>
    Open,

    /// <summary>Members, and so many stories a month every signed-in reader.</summary>
    Metered,

    /// <summary>Members alone.</summary>
    Members,
}
