using System.Globalization;
using Broadsheet.Web;
using Broadsheet.Web.Fields;

namespace Broadsheet.Accounts;

/// <summary>The languages that set-up offers for the paper, each in its own words, and its best guess at language and zone.</summary>
internal static class PaperLanguages
{
    private static readonly string[] Tags = ["en-GB", "en-US", "ar", "de", "es", "fa", "fr", "he", "it", "nl", "pl", "pt-BR", "pt-PT", "ru", "tr", "uk"];

    public static IReadOnlyList<Choice> All { get; } =
        [.. Tags.Select(tag => new Choice(tag, CultureInfo.GetCultureInfo(tag).NativeName))];

    public static IReadOnlyList<Choice> TimeZones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => zone.Id).Order(StringComparer.Ordinal).Select(id => new Choice(id, id))];

    public static bool Has(string? tag) => Tags.Contains(tag);

    /// <summary>The first of the browser's languages that we offer.</summary>
    public static string Guess(HttpRequest request) => request.AcceptedLanguages.Select(Nearest).FirstOrDefault(tag => tag is not null) ?? Tags[0];

    /// <summary>The machine's own zone: right on a laptop, and on a server a start.</summary>
    public static string TimeZoneHere(TimeProvider clock) => TimeZones.Any(zone => zone.Value == clock.LocalTimeZone.Id) ? clock.LocalTimeZone.Id : "UTC";

    private static string? Nearest(string wanted) =>
        Tags.FirstOrDefault(tag => tag.Equals(wanted, StringComparison.OrdinalIgnoreCase))
        ?? Tags.FirstOrDefault(tag => tag[..2].Equals(wanted[..Math.Min(2, wanted.Length)], StringComparison.OrdinalIgnoreCase));
}
