using System.Text;

namespace Broadsheet.Document;

/// <summary>What counts as text: XML's characters, because every document ends up in a feed too.</summary>
internal static class DocumentText
{
    /// <summary>The text without controls and halves of surrogate pairs, which no renderer could print.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text)) return text;

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes answers U+FFFD for half a pair; one that was written is kept as it is no harm.
            if (IsPrintable(rune.Value)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var letter in text)
        {
            if (letter < ' ' || letter is >= '\uD800' and <= '\uDFFF' or '\uFFFE' or '\uFFFF') return false;
        }

        return true;
    }

    private static bool IsPrintable(int code) => code is '\t' or '\n' or >= ' ' && code is not (0xFFFE or 0xFFFF);
}
