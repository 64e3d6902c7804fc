namespace Broadsheet.Bulk;

/// <summary>Words that are put in with the capitals of those that they replace.</summary>
internal static class LetterCase
{
    /// <param name="asked">The words as they were looked for: found like that, what replaces them stands as it was written.</param>
    public static string Follow(string found, string asked, string replacement)
    {
        if (found == asked || replacement.Length == 0) return replacement;
        var letters = found.Where(letter => char.IsUpper(letter) || char.IsLower(letter)).ToList();
        if (letters.Count == 0) return replacement;
        if (letters.TrueForAll(char.IsLower)) return replacement.ToLowerInvariant();
        if (letters.Count > 1 && letters.TrueForAll(char.IsUpper)) return replacement.ToUpperInvariant();
        return char.IsUpper(letters[0]) ? char.ToUpperInvariant(replacement[0]) + replacement[1..] : replacement;
    }
}
