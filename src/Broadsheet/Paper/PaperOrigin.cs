namespace Broadsheet.Paper;

/// <summary>Writes addresses on the paper. Slugs are Unicode; what stands in a page is their one
/// percent-encoded form.</summary>
/// <param name="Origin">"https://paper.example", from the machine's settings and never from a request's Host.</param>
public sealed record PaperOrigin(string Origin)
{
    public string Whole(string path) => path.StartsWith('/') ? Origin + path : path;

    /// <summary>"/section/slug" of its segments.</summary>
    public static string Path(params IEnumerable<string> segments) =>
        string.Concat(segments.Select(segment => "/" + Uri.EscapeDataString(segment.Normalize())));

    /// <summary>A whole decoded path in its percent-encoded form.</summary>
    public static string Escape(string path) => string.Join('/', path.Normalize().Split('/').Select(Uri.EscapeDataString));

    /// <summary>The second page of a list is "?page=2"; the first has no number, so that it has one address.</summary>
    public static string PageOf(string path, int number) => number <= 1 ? path : $"{path}{(path.Contains('?') ? '&' : '?')}page={number}";
}
