using System.Text.Json;

namespace Broadsheet.Document.Steps;

/// <summary>A piece of a document whose first and last nodes may be open: joined with what they are put beside.</summary>
internal sealed record StepSlice(StepContent Content, int OpenStart, int OpenEnd)
{
    public static readonly StepSlice Empty = new(StepContent.Empty, 0, 0);

    public static StepSlice Read(JsonElement step)
    {
        if (!step.TryGetProperty("slice", out var slice) || slice.ValueKind != JsonValueKind.Object) return Empty;
        var read = new StepSlice(StepContent.Read(slice), Open(slice, "openStart"), Open(slice, "openEnd"));
        return read.OpenStart <= read.Deep(first: true) && read.OpenEnd <= read.Deep(first: false) ? read : throw new StepException("a slice that is open deeper than it goes");
    }

    public static StepSlice Of(StepNode document, int from, int to)
    {
        if (from == to) return Empty;
        var (start, end) = (StepPlace.In(document, from), StepPlace.In(document, to));
        var depth = start.SharedDepth(to);
        var inside = start.Start(depth);
        return new(start.Node(depth).Content.Cut(from - inside, to - inside), start.Depth - depth, end.Depth - depth);
    }

    /// <summary>Itself with nodes put in at a position of its own; null when they do not fit there.</summary>
    public StepSlice? With(int position, StepContent inserted) =>
        Insert(Content, position + OpenStart, inserted, OpenStart + 1, OpenEnd + 1, null) is { } content ? this with { Content = content } : null;

    private static StepContent? Insert(StepContent content, int distance, StepContent inserted, int openStart, int openEnd, StepNode? parent)
    {
        var (index, offset) = content.Find(distance);
        if (offset == distance || content[index].IsText)
        {
            var whole = content.Cut(0, distance).Append(inserted).Append(content.Cut(distance, content.Size));
            // A node that is still open may lack what it needs until it is put in its place.
            return parent is not null && openStart <= 0 && openEnd <= 0 && !parent.Type.Fits(whole) ? null : whole;
        }
        var child = content[index];
        var inner = Insert(child.Content, distance - offset - 1, inserted, index == 0 ? openStart - 1 : 0, index == content.Count - 1 ? openEnd - 1 : 0, child);
        return inner is null ? null : content.WithChild(index, child.With(inner));
    }

    private int Deep(bool first)
    {
        var depth = 0;
        for (var content = Content; content.Count > 0 && !content[first ? 0 : content.Count - 1].IsLeaf; depth++) content = content[first ? 0 : content.Count - 1].Content;
        return depth;
    }

    private static int Open(JsonElement slice, string name) => slice.TryGetProperty(name, out var open) && open.TryGetInt32(out var depth) && depth >= 0 ? depth : 0;

    public void Write(Utf8JsonWriter json)
    {
        if (Content.Count == 0) return;
        json.WriteStartObject("slice");
        Content.Write(json);
        if (OpenStart > 0) json.WriteNumber("openStart", OpenStart);
        if (OpenEnd > 0) json.WriteNumber("openEnd", OpenEnd);
        json.WriteEndObject();
    }
}
