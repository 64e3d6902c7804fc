namespace Broadsheet.Search.Words;

/// <summary>A light stemmer for Arabic: the article with what stands before it, "and", and one ending. The letters are folded already.</summary>
internal static class ArabicStems
{
    private static readonly string[] Before = ["وبال", "وال", "بال", "كال", "فال", "لل", "ال"];
    private static readonly string[] Endings = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

    internal static string Of(string word)
    {
        var stem = Before.FirstOrDefault(start => word.Length >= start.Length + 3 && word.StartsWith(start, StringComparison.Ordinal)) is { } found ? word[found.Length..]
            : word.Length > 4 && word[0] == 'و' ? word[1..] : word;
        return Endings.FirstOrDefault(end => stem.Length >= end.Length + 3 && stem.EndsWith(end, StringComparison.Ordinal)) is { } ending ? stem[..^ending.Length] : stem;
    }
}

/// <summary>The same for Persian: the endings of plural, comparison and possession, and the sign of going on.</summary>
internal static class PersianStems
{
    private static readonly string[] Endings = ["هايشان", "هايمان", "هايي", "هاي", "ترين", "ها", "تر", "ان", "ات", "شان", "مان", "اش", "ي"];

    internal static string Of(string word)
    {
        var stem = word.Length > 5 && word.StartsWith("نمي", StringComparison.Ordinal) ? word[3..] : word.Length > 4 && word.StartsWith("مي", StringComparison.Ordinal) ? word[2..] : word;
        return Endings.FirstOrDefault(end => stem.Length >= end.Length + 3 && stem.EndsWith(end, StringComparison.Ordinal)) is { } ending ? stem[..^ending.Length] : stem;
    }
}
