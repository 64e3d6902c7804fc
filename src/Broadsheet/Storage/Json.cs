using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Broadsheet.Storage;

/// <summary>How values are written as JSON in columns, jobs and files: camelCase names, enums as words, nulls left out.</summary>
public static class Json
{
    // The relaxed encoder keeps Hebrew and Arabic readable in the database; this text never goes into HTML unencoded.
    public static JsonSerializerOptions Compact { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
