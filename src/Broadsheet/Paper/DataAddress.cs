namespace Broadsheet.Paper;

/// <summary>
/// Where programs read the paper: one address for all editions. What such an answer depends on is asked in its query, which is therefore part of the name
/// under which the press keeps it.
/// </summary>
public static class DataAddress
{
    public const string Root = "/api/v1/paper";

    private const int Longest = 800;

    // Moments and places in a list have no end: who asks for them is answered by the program, each time.
    private static readonly HashSet<string> Kept = new(["contributor", "edition", "fields", "language", "limit", "section", "topic"], StringComparer.Ordinal);

    public static bool Is(string path) => path.StartsWith(Root, StringComparison.Ordinal) && (path.Length == Root.Length || path[Root.Length] is '/' or '?');

    /// <summary>The one name of what is asked, in whatever order; null: not for the press.</summary>
    internal static string? NameOf(string path, string query)
    {
        if (path.Length + query.Length > Longest) return null;
        if (query.Length <= 1) return path;

        var asked = query[1..].Split('&');
        var names = asked.Select(pair => pair.Split('=')[0]).ToHashSet(StringComparer.Ordinal);
        return names.Count == asked.Length && names.IsSubsetOf(Kept) ? $"{path}?{string.Join('&', asked.Order(StringComparer.Ordinal))}" : null;
    }
}
