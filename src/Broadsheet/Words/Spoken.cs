using System.Globalization;

namespace Broadsheet.Words;

/// <summary>
/// The language in which the program speaks to whoever works with it: English, until <see cref="In"/> says otherwise for what follows in the same
/// request or job. Readers are spoken to in the language of their edition, which has nothing to do with this one.
/// </summary>
public static class Spoken
{
    internal const string English = "en";

    // The region decides how days and numbers are written.
    private static readonly Dictionary<string, CultureInfo> Cultures = new(StringComparer.OrdinalIgnoreCase)
    {
        [English] = CultureInfo.GetCultureInfo("en-GB"),
        ["es"] = CultureInfo.GetCultureInfo("es-ES"),
        ["he"] = CultureInfo.GetCultureInfo("he-IL"),
    };

    private static readonly AsyncLocal<string?> Chosen = new();

    /// <summary>The languages that the newsroom has: two letters each, English first.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Cultures.Keys];

    public static string Language => Chosen.Value ?? English;

    public static CultureInfo Culture => CultureOf(Language);

    public static bool IsRightToLeft => Culture.TextInfo.IsRightToLeft;

    /// <summary>Speaks this language from here on, in this flow of calls alone; English for one that is not there.</summary>
    public static void In(string? language) => Chosen.Value = language is not null && Cultures.ContainsKey(language) ? language : null;

    internal static CultureInfo CultureOf(string language) => Cultures[language];
}
