using System.Text.Json;
using System.Text.Json.Serialization;

namespace Broadsheet.Document;

// A record that holds a document serialises. What does not fit throws DocumentException, not
// JsonException: its problems name the places, and whoever answers the request prints them.

internal sealed class DraftDocumentConverter : JsonConverter<DraftDocument>
{
    public override DraftDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return DraftDocument.Parse(json.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, DraftDocument value, JsonSerializerOptions options) =>
        new DocumentJsonWriter(writer).Document(value.Content);
}

internal sealed class PublishedDocumentConverter : JsonConverter<PublishedDocument>
{
    public override PublishedDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return PublishedDocument.Parse(json.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, PublishedDocument value, JsonSerializerOptions options) =>
        new DocumentJsonWriter(writer).Document(value.Content);
}
