using System.Text.Json;

namespace Broadsheet.Document.Steps;

/// <summary>
/// The attributes of a node or a mark, one value for each that the schema names, defaults filled in: what the editor's nodes hold.
/// Whether a value fits is asked of the whole document at the end.
/// </summary>
internal sealed class StepAttributes : IEquatable<StepAttributes>
{
    private static readonly JsonElement Null = JsonDocument.Parse("null").RootElement;

    private readonly JsonElement[] _values;

    private StepAttributes(JsonElement[] values) => _values = values;

    public static StepAttributes Read(IReadOnlyDictionary<string, AttributeType> types, JsonElement owner)
    {
        var given = owner.TryGetProperty("attrs", out var attrs) && attrs.ValueKind == JsonValueKind.Object;
        // One without a default is null, as in the editor, which must be able to make any node.
        return new([.. types.Select(type =>
            given && attrs.TryGetProperty(type.Key, out var value) ? value : type.Value.IsRequired ? Null : type.Value.Default)]);
    }

    /// <summary>The same with another value; a name that the schema does not have changes nothing.</summary>
    public StepAttributes With(IReadOnlyDictionary<string, AttributeType> types, string name, JsonElement value) =>
        new([.. types.Select((type, at) => type.Key == name ? value : _values[at])]);

    public JsonElement this[int index] => _values[index];

    public bool Equals(StepAttributes? other)
    {
        if (other is null || _values.Length != other._values.Length) return false;
        for (var at = 0; at < _values.Length; at++)
            if (!JsonElement.DeepEquals(_values[at], other._values[at])) return false;
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as StepAttributes);

    public override int GetHashCode() => _values.Length;

    public void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, AttributeType> types)
    {
        if (types.Count == 0) return;
        json.WriteStartObject("attrs");
        var at = 0;
        foreach (var name in types.Keys)
        {
            json.WritePropertyName(name);
            _values[at++].WriteTo(json);
        }
        json.WriteEndObject();
    }
}

/// <summary>A step that does not fit the document, said for who reads a log; the person reads one sentence for all of them.</summary>
internal sealed class StepException(string why) : Exception(why);
