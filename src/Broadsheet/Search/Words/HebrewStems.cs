namespace Broadsheet.Search.Words;

/// <summary>
/// A light stemmer for Hebrew of our own; there is none to take. It takes the letters that are written together with a noun (and, the, in, to, from,
/// that, like) and the endings of plural and gender. It makes some words alike that are not: the word as it was typed counts besides, so those come last.
/// </summary>
internal static class HebrewStems
{
    internal static string Of(string word)
    {
        var stem = Doubled(word);
        // Letter by letter and always down to the same rest, so that a word and the same with a letter before it meet.
        while (stem.Length > 3 && ("הובל".Contains(stem[0]) || (stem.Length > 4 && "משכ".Contains(stem[0])))) stem = stem[1..];
        foreach (var ending in (string[])["ימ", "ות", "ית", "ה", "ת", "י"])
        {
            if (stem.Length >= 3 + ending.Length && stem.EndsWith(ending, StringComparison.Ordinal)) return stem[..^ending.Length];
        }
        return stem;
    }

    // Written once or twice as the writer likes.
    private static string Doubled(string word) => word.Replace("וו", "ו").Replace("יי", "י");
}
