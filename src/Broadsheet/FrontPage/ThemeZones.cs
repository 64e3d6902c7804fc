using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Broadsheet.Paper.Themes;

namespace Broadsheet.FrontPage;

/// <summary>The zones that a theme declares in its <c>zones.json</c>. A theme without one has those of the built-in theme.</summary>
public static class ThemeZones
{
    private const string File = "zones.json";
    private const int MostSlots = 24;

    // A misspelt word would otherwise be a rule that nobody notices is missing.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly ConditionalWeakTable<Theme, Found> Known = [];

    private sealed record Found(IReadOnlyList<ThemeZone> Zones, ThemeProblem? Problem);
    private sealed record Sheet(IReadOnlyList<ThemeZone> Zones);

    extension(CurrentTheme current)
    {
        /// <summary>In the order in which they fill. What is wrong with the paper's own file is told to staff, and ours is used.</summary>
        public IReadOnlyList<ThemeZone> Zones()
        {
            var found = Known.GetValue(current.Read(), Read);
            if (found.Problem is { } problem) current.Note(problem);
            return found.Zones;
        }
    }

    private static Found Read(Theme theme)
    {
        var file = theme.Files[File];
        try
        {
            return new(Parse(file.Text), null);
        }
        catch (Exception broken) when (file.IsOverride && broken is JsonException or FormatException or InvalidOperationException)
        {
            var line = broken is JsonException { LineNumber: { } at } ? (int)at + 1 : 0;
            return new(Parse(ThemeFolder.BuiltIn[File].Text), new(file.Origin, line, broken.Message));
        }
    }

    internal static IReadOnlyList<ThemeZone> Parse(string json)
    {
        var zones = JsonSerializer.Deserialize<Sheet>(json, Strict)?.Zones ?? throw new FormatException("It has no list of zones.");
        foreach (var zone in zones)
        {
            if (string.IsNullOrEmpty(zone.Name) || !zone.Name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))) throw new FormatException($"A zone's name is of small letters and digits, not '{zone.Name}'.");
            if (zones.Count(other => other.Name == zone.Name) > 1) throw new FormatException($"There are two zones named '{zone.Name}'.");
            if (zone.Slots is < 1 or > MostSlots) throw new FormatException($"'{zone.Name}' has {zone.Slots} slots: 1 to {MostSlots} are possible.");
            if (zone.Each is not (null or "section")) throw new FormatException($"'{zone.Name}' is for each '{zone.Each}': only for each 'section' is possible.");
            if (zone.Fill is not ("newest" or "most-read")) throw new FormatException($"'{zone.Name}' fills with '{zone.Fill}': 'newest' and 'most-read' are possible.");
            if (zone.Opens.FirstOrDefault(word => word is not ("picture" or "news")) is { } word) throw new FormatException($"'{zone.Name}' opens with '{word}': 'picture' and 'news' are possible.");
        }
        return zones;
    }
}
