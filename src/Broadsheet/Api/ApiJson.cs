using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Broadsheet.Api;

/// <summary>How the API writes and reads JSON: camelCase names, enums as camelCase words, absent for null.</summary>
internal static class ApiJson
{
    // A document's deepest nesting is within its own limit; this leaves room for what stands around it.
    private const int Deepest = 160;

    /// <summary>For answers, and for the schemas in the description of the API.</summary>
    public static JsonSerializerOptions Answers { get; } = Configure(new(JsonSerializerDefaults.Web));

    /// <summary>For requests: names in their exact case, each at most once, numbers as numbers.</summary>
    public static JsonSerializerOptions Requests { get; } = new(Answers)
    {
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static JsonDocumentOptions Reading { get; } = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.MaxDepth = Deepest;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // Integers would be read as enum members that have no name.
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
