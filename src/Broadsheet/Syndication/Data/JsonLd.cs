using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;

namespace Broadsheet.Syndication.Data;

/// <summary>Writes things in schema.org's words (JSON-LD), for the head of a page.</summary>
internal static class JsonLd
{
    // Every letter as it is, except those that could end the script element: this encoder always writes < > & as \u003C …
    private static readonly JsonSerializerOptions Safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A script for each: not all readers of it understand several in one.</summary>
    internal static Markup Scripts(params IEnumerable<JsonObject> things) => new(string.Join('\n', things.Select(thing =>
    {
        thing.Insert(0, "@context", "https://schema.org");
        return $"<script type=\"application/ld+json\">{thing.ToJsonString(Safe)}</script>";
    })));

    internal static JsonObject Named(string type, string name) => new() { ["@type"] = type, ["name"] = name };

    /// <summary>With the zone of the edition, so that the day is the one that readers saw.</summary>
    internal static string Date(DateTimeOffset moment, PaperEdition edition) =>
        TimeZoneInfo.ConvertTime(moment, edition.Zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The way to a page: BreadcrumbList.</summary>
    /// <param name="steps">Names and whole addresses; the last is the page itself.</param>
    internal static JsonObject Way(params IEnumerable<(string Name, string Address)> steps) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray([.. steps.Select((step, place) => new JsonObject { ["@type"] = "ListItem", ["position"] = place + 1, ["name"] = step.Name, ["item"] = step.Address })]),
    };
}
