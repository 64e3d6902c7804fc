using System.Collections.Frozen;
using System.Text.Json;

namespace Broadsheet.Pictures;

/// <summary>The words of a printed credit in one language. They stand in files beside this one: CreditWords/en.json and its like.</summary>
public sealed record CreditWords
{
    public required string Photo { get; init; }
    public required string Screenshot { get; init; }
    public required string Graphic { get; init; }
    public required string Staff { get; init; }
    public required string Handout { get; init; }
    public required string CourtesyOf { get; init; }
    public required string PublicDomain { get; init; }
    public required string Withheld { get; init; }
    public required string Via { get; init; }
    /// <summary>"File photo from {0}", said of a picture taken in another year than the story's.</summary>
    public required string FilePhoto { get; init; }

    private const string Folder = "Broadsheet.Pictures.CreditWords.";

    private static readonly FrozenDictionary<string, CreditWords> Languages = typeof(CreditWords).Assembly
        .GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Folder.Length..^".json".Length], Read);

    // English first: it is what other newspapers' and agencies' files carry.
    internal static IReadOnlyList<CreditWords> All { get; } =
        [.. Languages.OrderByDescending(language => language.Key == "en").ThenBy(language => language.Key).Select(language => language.Value)];

    /// <summary>The words of "he" for "he-IL"; English for a language that has none yet.</summary>
    public static CreditWords For(string language) =>
        Languages.GetValueOrDefault(language.Split('-')[0]) ?? Languages["en"];

    private static CreditWords Read(string resource)
    {
        using var file = typeof(CreditWords).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<CreditWords>(file, JsonSerializerOptions.Web)!;
    }
}
