using System.Text.Json;

namespace Broadsheet.Document.Steps;

/// <summary>A mark as the editor has it, known by its name and attributes alone.</summary>
internal sealed class StepMark(MarkType type, StepAttributes attributes) : IEquatable<StepMark>
{
    public static readonly IReadOnlyList<StepMark> None = [];

    public MarkType Type => type;

    public StepAttributes Attributes => attributes;

    public static StepMark Read(JsonElement json)
    {
        var name = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var type) ? type.GetString() : null;
        if (name is null || !Schema.Current.Marks.TryGetValue(name, out var found)) throw new StepException($"no mark {name}");
        return new(found, StepAttributes.Read(found.Attrs, json));
    }

    /// <summary>The marks with this one among them, in the schema's order, without those that it excludes.</summary>
    public IReadOnlyList<StepMark> AddTo(IReadOnlyList<StepMark> marks)
    {
        if (marks.Any(Equals) || marks.Any(other => !type.Excludes(other.Type) && other.Type.Excludes(type))) return marks;
        return [.. marks.Where(other => !type.Excludes(other.Type) && other.Type.Rank <= type.Rank), this, .. marks.Where(other => !type.Excludes(other.Type) && other.Type.Rank > type.Rank)];
    }

    public IReadOnlyList<StepMark> RemoveFrom(IReadOnlyList<StepMark> marks) => marks.Any(Equals) ? [.. marks.Where(other => !Equals(other))] : marks;

    public static bool AreSame(IReadOnlyList<StepMark> one, IReadOnlyList<StepMark> other) => ReferenceEquals(one, other) || one.SequenceEqual(other);

    public bool Equals(StepMark? other) => other is not null && (ReferenceEquals(this, other) || (type == other.Type && attributes.Equals(other.Attributes)));

    public override bool Equals(object? obj) => Equals(obj as StepMark);

    public override int GetHashCode() => type.Name.GetHashCode(StringComparison.Ordinal);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", type.Name);
        attributes.Write(json, type.Attrs);
        json.WriteEndObject();
    }
}
