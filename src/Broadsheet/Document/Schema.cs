using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Broadsheet.Document;

/// <summary>What a document may hold. schema.json is the one source: the editor's schema is built from the same file.</summary>
internal sealed class Schema
{
    public static Schema Current { get; } = Load();

    public int Version { get; private init; }

    public required SchemaLimits Limits { get; init; }

    public required FrozenDictionary<string, NodeType> Nodes { get; init; }

    public required FrozenDictionary<string, MarkType> Marks { get; init; }

    private static Schema Load()
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream("Broadsheet.Document.schema.json")!;
        var file = JsonSerializer.Deserialize<SchemaFile>(stream, JsonSerializerOptions.Web)!;
        var groups = file.Nodes
            .SelectMany(node => node.Value.Group.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(group => (group, node.Key)))
            .ToLookup(pair => pair.group, pair => pair.Key);

        return new()
        {
            Version = file.Version,
            Limits = file.Limits,
            Nodes = file.Nodes.ToFrozenDictionary(
                node => node.Key, node => node.Value with { Name = node.Key, Holds = ContentExpression.Parse(node.Value.Content, groups) }),
            // The order in the file is the order of nesting: the first mark is the outermost element.
            Marks = file.Marks.Select((mark, rank) => mark.Value with { Name = mark.Key, Rank = rank }).ToFrozenDictionary(mark => mark.Name),
        };
    }

    private sealed record SchemaFile(int Version, SchemaLimits Limits, Dictionary<string, NodeType> Nodes, Dictionary<string, MarkType> Marks);
}

internal sealed record SchemaLimits(int Characters, int Nodes, int Depth, int JsonBytes);

internal sealed record NodeType(string Words, string Group = "", string Content = "", bool Atom = false)
{
    public Dictionary<string, AttributeType> Attrs { get; init; } = [];

    [JsonIgnore] public string Name { get; init; } = "";

    [JsonIgnore] public ContentExpression Holds { get; init; } = ContentExpression.Nothing;

    public bool IsInline => Group == "inline";
}

internal sealed record MarkType(string Words)
{
    public Dictionary<string, AttributeType> Attrs { get; init; } = [];

    [JsonIgnore] public string Name { get; init; } = "";

    [JsonIgnore] public int Rank { get; init; }

    /// <summary>Marks that cannot stand on the same text, itself among them unless the list is written and leaves it out.</summary>
    [JsonPropertyName("excludes")] public string[]? ExcludedNames { get; init; }

    public bool Excludes(MarkType other) => ExcludedNames?.Contains(other.Name) ?? Name == other.Name;
}

internal sealed record AttributeType(string Type, JsonElement Default = default, int? Min = null, int? Max = null, int? MaxLength = null, string[]? Values = null)
{
    public bool IsRequired => Default.ValueKind == JsonValueKind.Undefined;
}
