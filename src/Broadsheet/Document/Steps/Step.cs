using System.Text.Json;

namespace Broadsheet.Document.Steps;

/// <summary>One change of a document, of ProseMirror's eight kinds, read from the JSON that the editor sends.</summary>
internal abstract record Step
{
    public abstract StepNode ApplyTo(StepNode document);

    /// <summary>Only the kinds that the program makes itself can be written.</summary>
    public virtual void Write(Utf8JsonWriter json) => throw new NotSupportedException();

    /// <exception cref="StepException">It is no step, or names what the schema does not have.</exception>
    public static Step Read(JsonElement json)
    {
        try
        {
            return json.GetProperty("stepType").GetString() switch
            {
                "replace" => new ReplaceStep(Number("from"), Number("to"), StepSlice.Read(json), Flag("structure")),
                "replaceAround" => new ReplaceAroundStep(Number("from"), Number("to"), Number("gapFrom"), Number("gapTo"), StepSlice.Read(json), Number("insert"), Flag("structure")),
                "addMark" => new MarkStep(Number("from"), Number("to"), Mark(), Adds: true),
                "removeMark" => new MarkStep(Number("from"), Number("to"), Mark(), Adds: false),
                "addNodeMark" => new NodeMarkStep(Number("pos"), Mark(), Adds: true),
                "removeNodeMark" => new NodeMarkStep(Number("pos"), Mark(), Adds: false),
                "attr" => new AttributeStep(Number("pos"), Name(), json.GetProperty("value")),
                "docAttr" => new DocumentAttributeStep(Name(), json.GetProperty("value")),
                var kind => throw new StepException($"no step {kind}"),
            };
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new StepException(wrong.Message);
        }

        int Number(string name) => json.GetProperty(name).GetInt32();
        bool Flag(string name) => json.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;
        StepMark Mark() => StepMark.Read(json.GetProperty("mark"));
        string Name() => json.GetProperty("attr").GetString()!;
    }
}

/// <param name="IsStructure">Only opens and closes nodes: refused where text stands between, typed by somebody else meanwhile.</param>
internal sealed record ReplaceStep(int From, int To, StepSlice Slice, bool IsStructure = false) : Step
{
    public override StepNode ApplyTo(StepNode document)
    {
        if (IsStructure && document.HasContentBetween(From, To)) throw new StepException("content stands in between");
        return document.Replace(From, To, Slice);
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("stepType", "replace");
        json.WriteNumber("from", From);
        json.WriteNumber("to", To);
        Slice.Write(json);
        json.WriteEndObject();
    }
}

/// <summary>Puts something around what stands in the gap, or takes it away: a list around paragraphs.</summary>
internal sealed record ReplaceAroundStep(int From, int To, int GapFrom, int GapTo, StepSlice Slice, int Insert, bool IsStructure) : Step
{
    public override StepNode ApplyTo(StepNode document)
    {
        if (IsStructure && (document.HasContentBetween(From, GapFrom) || document.HasContentBetween(GapTo, To))) throw new StepException("content stands in between");
        var gap = StepSlice.Of(document, GapFrom, GapTo);
        if (gap.OpenStart > 0 || gap.OpenEnd > 0) throw new StepException("the gap is not flat");
        return document.Replace(From, To, Slice.With(Insert, gap.Content) ?? throw new StepException("what is in the gap does not fit"));
    }
}

internal sealed record MarkStep(int From, int To, StepMark Mark, bool Adds) : Step
{
    public override StepNode ApplyTo(StepNode document)
    {
        var slice = StepSlice.Of(document, From, To);
        var start = StepPlace.In(document, From);
        return document.Replace(From, To, slice with { Content = Marked(slice.Content, start.Node(start.SharedDepth(To))) });
    }

    private StepContent Marked(StepContent content, StepNode parent) => StepContent.Of(content.Nodes.Select(node =>
    {
        if (!node.Type.IsInline) return node.Content.Size == 0 ? node : node.With(Marked(node.Content, node));
        if (!Adds) return node.With(Mark.RemoveFrom(node.Marks));
        return parent.Type.HoldsText ? node.With(Mark.AddTo(node.Marks)) : node;
    }));
}

internal sealed record NodeMarkStep(int At, StepMark Mark, bool Adds) : Step
{
    public override StepNode ApplyTo(StepNode document) =>
        document.WithNodeAt(At, node => node.With(Adds ? Mark.AddTo(node.Marks) : Mark.RemoveFrom(node.Marks)));
}

internal sealed record AttributeStep(int At, string Name, JsonElement Value) : Step
{
    public override StepNode ApplyTo(StepNode document) =>
        document.WithNodeAt(At, node => node.With(node.Attributes.With(node.Type.Attrs, Name, Value)));

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("stepType", "attr");
        json.WriteNumber("pos", At);
        json.WriteString("attr", Name);
        json.WritePropertyName("value");
        Value.WriteTo(json);
        json.WriteEndObject();
    }
}

internal sealed record DocumentAttributeStep(string Name, JsonElement Value) : Step
{
    public override StepNode ApplyTo(StepNode document) => document.With(document.Attributes.With(document.Type.Attrs, Name, Value));
}
