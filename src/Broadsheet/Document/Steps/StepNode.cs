using System.Text.Json;

namespace Broadsheet.Document.Steps;

/// <summary>
/// A node as ProseMirror counts it: a text's size is its UTF-16 units, a leaf's 1, any other's its content's and 2. The typed
/// document knows no positions; steps know nothing else.
/// </summary>
internal sealed class StepNode
{
    public StepNode(NodeType type, StepAttributes attributes, StepContent content, IReadOnlyList<StepMark> marks, string? text = null) =>
        (Type, Attributes, Content, Marks, Text) = (type, attributes, content, marks, text);

    public NodeType Type { get; }
    public StepAttributes Attributes { get; }
    public StepContent Content { get; }
    public IReadOnlyList<StepMark> Marks { get; }
    public string? Text { get; }

    public bool IsText => Text is not null;
    public bool IsLeaf => Type.Content == "";
    public int Size => Text?.Length ?? (IsLeaf ? 1 : Content.Size + 2);

    public StepNode With(StepContent content) => new(Type, Attributes, content, Marks);

    /// <summary>The same node as <see cref="With(StepContent)"/> makes, if what is in it may be in it.</summary>
    public StepNode Closed(StepContent content) => Type.Fits(content) ? With(content) : throw new StepException($"what would be in {Type.Name} does not fit");

    public StepNode WithText(string text) => new(Type, Attributes, Content, Marks, text);

    public StepNode With(IReadOnlyList<StepMark> marks) => ReferenceEquals(marks, Marks) ? this : new(Type, Attributes, Content, marks, Text);

    public StepNode With(StepAttributes attributes) => new(Type, attributes, Content, Marks, Text);

    public bool HasSameMarkup(StepNode other) => Type == other.Type && Attributes.Equals(other.Attributes) && StepMark.AreSame(Marks, other.Marks);

    /// <summary>A part of it by positions inside: of a text its letters, else of its content.</summary>
    public StepNode Cut(int from, int to) => Text is { } text ? WithText(text[from..to]) : With(Content.Cut(from, to));

    public bool Is(StepNode other) => ReferenceEquals(this, other) || (HasSameMarkup(other) && Text == other.Text && Content.Is(other.Content));

    public static StepNode Read(JsonElement json)
    {
        var name = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var type) ? type.GetString() : null;
        if (name is null || !Schema.Current.Nodes.TryGetValue(name, out var found)) throw new StepException($"no node {name}");

        var marks = json.TryGetProperty("marks", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(StepMark.Read).OrderBy(mark => mark.Type.Rank).ToList() : StepMark.None;
        var text = name != "text" ? null : json.TryGetProperty("text", out var words) && SchemaValues.Text(words) is { Length: > 0 } said ? said : throw new StepException("an empty text");
        return new(found, StepAttributes.Read(found.Attrs, json), StepContent.Read(json), marks, text);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", Type.Name);
        if (Text is { } text) json.WriteString("text", text);
        Attributes.Write(json, Type.Attrs);
        Content.Write(json);
        if (Marks.Count > 0)
        {
            json.WriteStartArray("marks");
            foreach (var mark in Marks) mark.Write(json);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
