using System.Globalization;

namespace Broadsheet.Paper.Press;

/// <summary>Which requests ask for a page of the paper, and the one name that each page has in the store.</summary>
internal static class PageAddress
{
    // Longer ones are nobody's page; a slug has at most 80 letters.
    private const int Longest = 400;
    private const int LastNumber = 9999;

    /// <summary>The page's name: its path, and of the query what a page may depend on. Null when this is not for the press.</summary>
    /// <remarks>Everything else in a query (where a reader came from, what a campaign counts) changes nothing on a page, so it makes no other page.</remarks>
    internal static string? NameOf(string path, string query)
    {
        // A question mark that was written as %3F is part of a path, and of no page's.
        if (path.Contains('?')) return null;
        if (DataAddress.Is(path)) return DataAddress.NameOf(path, query);
        if (path.Length == 0 || path.Length > Longest || !IsOfPaper(path)) return null;
        return query.Length <= 1 ? path : WithQuery(path, query);
    }

    /// <summary>Whether the page, if there is one, is called by its path alone.</summary>
    internal static bool IsPlain(string path, string query) => query.Length <= 1 && !path.Contains('?');

    /// <summary>The path and query of a name.</summary>
    internal static (string Path, string Query) Split(string name) =>
        name.IndexOf('?') is var at and >= 0 ? (name[..at], name[at..]) : (name, "");

    private static bool IsOfPaper(string path)
    {
        var first = First(path.AsSpan(1));
        // Behind an edition's code stands what is not for the press, too.
        return ReservedSegments.IsPaper(first) && !(first.Length < path.Length - 1 && ReservedSegments.IsQuestion(First(path.AsSpan(first.Length + 2))));
    }

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> path) => path.IndexOf('/') is var end and >= 0 ? path[..end] : path;

    private static string? WithQuery(string path, string query)
    {
        string? name = null;
        foreach (var pair in query.AsSpan(1).Split('&'))
        {
            var text = query.AsSpan(1)[pair];
            if (!text.StartsWith("page=") && !text.StartsWith("part=")) continue;
            // Twice, or no number as we write it: it has no page of its own, and is answered like any odd request.
            if (name is not null || !IsNumber(text[5..])) return null;
            name = $"{path}?{text}";
        }
        return name ?? path;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text is not [] and not ['0', ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LastNumber;
}
