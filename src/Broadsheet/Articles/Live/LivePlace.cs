using Broadsheet.Paper;

namespace Broadsheet.Articles.Live;

/// <summary>A page of the paper that shows a story, or showed it before.</summary>
/// <param name="Name">As the newsroom calls it.</param>
/// <param name="Path">Decoded.</param>
public sealed record LivePlace(string Name, string Path)
{
    /// <summary>What a share of the story shows; its address holds which picture it is, so that being there is being right.</summary>
    public bool IsPicture { get; init; }

    public string Address => PaperOrigin.Escape(Path);
}

/// <summary>What keeps a place from being right.</summary>
public enum LiveTrouble
{
    /// <summary>Something in front of the program still gives the page of before.</summary>
    Old,

    /// <summary>It is not there: a picture that is still being made.</summary>
    Missing,

    /// <summary>The paper's address does not answer this machine.</summary>
    Silent,

    /// <summary>The program itself cannot make the page.</summary>
    Broken,
}

/// <summary>What was last seen at a place.</summary>
/// <param name="After">How long after the act it was seen to be right; null: not yet.</param>
public sealed record LiveSight(LivePlace Place, TimeSpan? After = null, LiveTrouble Trouble = LiveTrouble.Old);
