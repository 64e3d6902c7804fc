using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document.Steps;

/// <summary>
/// Changes of a document as its editors send them to each other: ProseMirror's steps, as JSON. Positions count UTF-16 units and the
/// borders of nodes. What comes out always parses, or nothing comes out.
/// </summary>
public static class DocumentSteps
{
    private const int Most = 10_000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document with the steps in it.</summary>
    /// <param name="steps">A list of steps, each counted from where the one before left.</param>
    /// <exception cref="DocumentException">A step does not fit, or what they make is no document.</exception>
    public static SteppedDocument Apply(DraftDocument before, JsonElement steps)
    {
        var document = Tree(before);
        try
        {
            if (steps.ValueKind != JsonValueKind.Array || steps.GetArrayLength() > Most) throw new StepException("not a list of steps");
            foreach (var step in steps.EnumerateArray()) document = Step.Read(step).ApplyTo(document);
        }
        catch (StepException wrong)
        {
            throw new DocumentException([new("", T("document.stepDoesNotFit", ("why", wrong.Message)))]);
        }

        using var json = JsonDocument.Parse(Json(document.Write), new() { MaxDepth = 256 });
        var after = DraftDocument.Parse(json.RootElement);
        // Reading makes ids for what has none, joins and cleans text. Editors must follow, or they would count another document.
        return new(after, DocumentDifference.Between(document, Tree(after)) is { Count: > 0 } rest ? Json(rest) : null);
    }

    /// <summary>Steps that make one document of another, touching as little as they can: who writes elsewhere in it is not disturbed.</summary>
    /// <returns>A JSON list; null when nothing differs.</returns>
    public static string? Between(DraftDocument before, DraftDocument after) =>
        DocumentDifference.Between(Tree(before), Tree(after)) is { Count: > 0 } steps ? Json(steps) : null;

    /// <summary>How long a document is as editors count it, so that one that came apart is found at once.</summary>
    public static int SizeOf(DraftDocument document) => Tree(document).Content.Size;

    internal static StepNode Tree(DraftDocument document)
    {
        var parsed = JsonDocument.Parse(document.ToJson(), new() { MaxDepth = 256 });
        return StepNode.Read(parsed.RootElement);
    }

    internal static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Json(List<Step> steps) => Json(json =>
    {
        json.WriteStartArray();
        foreach (var step in steps) step.Write(json);
        json.WriteEndArray();
    });
}

/// <param name="Corrections">Steps that editors must take besides, since reading changed what the steps had made; null for none.</param>
public sealed record SteppedDocument(DraftDocument Document, string? Corrections);
