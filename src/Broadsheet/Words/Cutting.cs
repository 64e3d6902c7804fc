namespace Broadsheet.Words;

public static class Cutting
{
    /// <summary>No more of a text than so many UTF-16 units, and no half of a letter.</summary>
    public static string Cut(this string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
