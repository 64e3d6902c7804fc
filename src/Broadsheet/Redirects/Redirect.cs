namespace Broadsheet.Redirects;

/// <summary>An address that once was, and where it leads now. Made by itself when something published moves.</summary>
public sealed class Redirect
{
    /// <param name="from">A path of the paper, decoded and in NFC, without a slash at the end: <c>/city/old-name</c>. With one <c>*</c> in it: every path of this pattern.</param>
    /// <param name="to">A path of the same kind. A <c>*</c> in it stands for what the pattern's star was.</param>
    /// <param name="isPrefix">Whether everything below <paramref name="from"/> moved along: a section got another slug.</param>
    public Redirect(string from, string to, bool isPrefix, DateTimeOffset madeAt, bool isPassing = false)
    {
        Change(from, to, isPassing);
        (IsPrefix, MadeAt) = (isPrefix, madeAt);
    }

    private Redirect() { }

    public long Id { get; private set; }
    public string From { get; private set; } = "";
    public string To { get; internal set; } = "";
    public bool IsPrefix { get; internal set; }

    /// <summary>Only for now (302): search engines keep the old address. Else for good (301).</summary>
    public bool IsPassing { get; internal set; }

    /// <summary>Of a pattern, what stands before its star; by it the database finds those that a path may be of. Null: no pattern.</summary>
    public string? Head { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public bool IsPattern => Head is not null;

    /// <summary>It would send on what it sent, a step deeper each time: /city and all below it to /city/news.</summary>
    public bool LeadsBelowItself => IsPrefix && To.StartsWith(From + "/", StringComparison.Ordinal);

    public void Change(string from, string to, bool isPassing) =>
        (From, To, IsPassing, Head) = (from, to, isPassing, from.IndexOf('*') is >= 0 and var star ? from[..star] : null);

    /// <summary>Where it leads this path; null: it says nothing of it.</summary>
    public string? Lead(string path)
    {
        if (Head is { } head) return StarOf(path, head, From[(head.Length + 1)..]) is { } star ? Path(To.Replace("*", star, StringComparison.Ordinal)) : null;
        if (path == From) return To;
        return IsPrefix && path.StartsWith(From + "/", StringComparison.Ordinal) ? Path(To + path[From.Length..]) : null;
    }

    // "//elsewhere.example" would be an address of somebody else, and what the star stands for is the reader's word.
    private static string Path(string made) => "/" + made.TrimStart('/');

    // Not nothing: "/2019/*" is what stands below /2019.
    private static string? StarOf(string path, string head, string tail) =>
        path.Length > head.Length + tail.Length && path.StartsWith(head, StringComparison.Ordinal) && path.EndsWith(tail, StringComparison.Ordinal) ? path[head.Length..^tail.Length] : null;
}
