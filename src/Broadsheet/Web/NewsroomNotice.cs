namespace Broadsheet.Web;

/// <summary>Something about the paper itself that staff should see on whatever page they are. Features add theirs; the frame knows none of them.</summary>
public interface INewsroomNotice
{
    /// <summary>Who sees it, null: everyone signed in.</summary>
    string? Policy { get; }

    /// <summary>Where more of it stands.</summary>
    string Href { get; }

    /// <summary>What is to be said now. Null: nothing. Asked at every page, so it must cost nothing.</summary>
    string? Text();
}
