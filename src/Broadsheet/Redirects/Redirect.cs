namespace Broadsheet.Redirects;

/// <summary>An address that once was, and where it leads now. Made by itself when something published moves.</summary>
/// <param name="from">A path of the paper, decoded and in NFC, without a slash at the end: <c>/city/old-name</c>.</param>
/// <param name="to">A path of the same kind.</param>
/// <param name="isPrefix">Whether everything below <paramref name="from"/> moved along: a section got another slug.</param>
public sealed class Redirect(string from, string to, bool isPrefix, DateTimeOffset madeAt)
{
    public long Id { get; private set; }
    public string From { get; private set; } = from;
    public string To { get; internal set; } = to;
    public bool IsPrefix { get; private set; } = isPrefix;
    public DateTimeOffset MadeAt { get; private set; } = madeAt;
}
