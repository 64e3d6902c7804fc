using System.Text.Json;
using Broadsheet.Document.Reading;

namespace Broadsheet.Tests.Document;

/// <summary>The words of a document by way of its JSON, so that no renderer or record under test decides what counts.</summary>
internal static class DocumentWordsOf
{
    private static readonly string[] Words = ["text", "attribution", "title", "caption", "altText", "url"];

    /// <summary>Everything that came of a reading, in the document or in the report, without spaces.</summary>
    public static string All(DocumentReading reading) =>
        string.Join('\n', reading.Notes.Select(note => WithoutSpaces(note.Detail)).Prepend(Text(reading.Document.ToJson())));

    /// <summary>In reading order, without spaces.</summary>
    public static string Text(string json)
    {
        using var document = JsonDocument.Parse(json);
        return WithoutSpaces(string.Concat(Strings(document.RootElement)));
    }

    public static string WithoutSpaces(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static IEnumerable<string> Strings(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => node.EnumerateObject().SelectMany(property =>
            Words.Contains(property.Name) && property.Value.ValueKind == JsonValueKind.String ? [property.Value.GetString()!] : Strings(property.Value)),
        _ => [],
    };
}
