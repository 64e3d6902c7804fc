using System.Globalization;
using Broadsheet.Document.Rendering;
using Broadsheet.Paper.Themes;

namespace Broadsheet.Paper;

/// <summary>Words that stand inside a text, in the language of its edition: from the strings of the built-in theme.</summary>
public static class PaperWords
{
    public static DocumentWords Of(string language) => new(Find(language, "embed.related"), Find(language, "embed.load-from"), Find(language, "embed.open-at"));

    /// <summary>A name inside is left as {0}.</summary>
    public static string Find(string language, string key) => CurrentTheme.BuiltIn.Strings.Find(language, key)!.Print(CultureInfo.InvariantCulture, _ => "{0}", _ => 0);
}
