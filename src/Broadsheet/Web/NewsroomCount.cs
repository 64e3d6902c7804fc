namespace Broadsheet.Web;

/// <summary>Something that waits for the person, counted beside a way of the frame. Features add theirs; the frame knows none of them.</summary>
public interface INewsroomCount
{
    /// <summary>The way that it stands beside.</summary>
    string Href { get; }

    /// <summary>Key of the text that says the number, with {count}.</summary>
    string Words { get; }

    Task<int> CountAsync(HttpContext http, CancellationToken stop);
}
