namespace Broadsheet.Web;

/// <summary>Something that waits for this person, said on whatever page she is. Features add theirs; the frame knows none of them.</summary>
public interface IPersonalNotice
{
    /// <summary>Null: nothing waits. Asked at every page, so it must cost next to nothing.</summary>
    Task<PersonalNotice?> SayAsync(HttpContext http);
}

/// <param name="Href">Where it is done.</param>
public sealed record PersonalNotice(string Href, string Text);
