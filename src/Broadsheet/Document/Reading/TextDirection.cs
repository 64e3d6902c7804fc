namespace Broadsheet.Document.Reading;

/// <summary>Which way a text runs by its first strong letter, as dir="auto" has it.</summary>
internal static class TextDirection
{
    /// <summary>The direction to keep: what was asked for, where the letters alone would say otherwise.</summary>
    public static string? Explicit(string? asked, Nodes<Inline> content)
    {
        if (asked is not ("ltr" or "rtl")) return null;
        var text = string.Concat(content.OfType<TextRun>().Select(run => run.Text));
        return asked == (Of(text) ?? "ltr") ? null : asked;
    }

    public static string? Of(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune.Value)) return "rtl";
            if (System.Text.Rune.IsLetter(rune)) return "ltr";
        }

        return null;
    }

    // Hebrew to Arabic Extended-A, the presentation forms, and the right-to-left planes.
    private static bool IsRightToLeft(int code) =>
        code is >= 0x0590 and <= 0x08FF and not (>= 0x0660 and <= 0x0669) and not (>= 0x06F0 and <= 0x06F9)
            or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF or 0x200F;
}
