using System.Text.Json;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document;

/// <summary>Holds JSON against schema.json and says everything that is wrong with it.</summary>
internal sealed class SchemaCheck
{
    private const int EnoughProblems = 100;

    private readonly Schema schema = Schema.Current;
    private readonly List<DocumentProblem> problems = [];
    private readonly List<(string Key, int Index)> path = [];
    private int nodes;
    private long characters;

    public static IReadOnlyList<DocumentProblem> Of(JsonElement document)
    {
        var check = new SchemaCheck();
        check.Document(document);
        return check.problems;
    }

    private void Document(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object || TypeOf(document) != "doc")
        {
            Report(T("document.noDocument"));
            return;
        }

        if (document.TryGetProperty("attrs", out var attrs) && attrs.ValueKind == JsonValueKind.Object
            && attrs.TryGetProperty("schema", out var version) && version.ValueKind == JsonValueKind.Number
            && version.TryGetInt32(out var number) && number > schema.Version)
        {
            Report(T("document.newerSchema", ("number", number), ("known", schema.Version)));
            return;
        }

        Node(document, schema.Nodes["doc"], depth: 0);
        if (characters > schema.Limits.Characters) Report(T("document.tooLong", ("characters", characters), ("most", schema.Limits.Characters)), atRoot: true);
    }

    private void Node(JsonElement node, NodeType type, int depth)
    {
        if (++nodes == schema.Limits.Nodes) Report(T("document.tooManyParts", ("most", schema.Limits.Nodes)), atRoot: true);
        if (depth > schema.Limits.Depth)
        {
            Report(T("document.tooDeep", ("most", schema.Limits.Depth)));
            return;
        }

        if (nodes >= schema.Limits.Nodes || problems.Count >= EnoughProblems) return;

        foreach (var property in node.EnumerateObject())
        {
            var isKnown = property.Name switch
            {
                "type" or "attrs" => true,
                "text" => type.Name == "text",
                "marks" => type.IsInline,
                "content" => !type.IsInline && !type.Atom,
                _ => false,
            };
            if (!isKnown) Report(T("document.cannotHave", ("what", Upper(type.Words)), ("name", property.Name)), property.Name);
        }

        Attributes(node, type.Words, type.Attrs);
        if (type.Name == "text") Text(node);
        if (type.IsInline) Marks(node);
        if (!type.IsInline && !type.Atom) Content(node, type, depth);
    }

    private void Text(JsonElement node)
    {
        if (!node.TryGetProperty("text", out var text) || SchemaValues.Text(text) is not { } value) Report(T("document.textMissing"));
        else if (value == "") Report(T("document.textEmpty"));
        else characters += value.Length;
    }

    private void Marks(JsonElement node)
    {
        if (!node.TryGetProperty("marks", out var marks) || marks.ValueKind == JsonValueKind.Null) return;
        if (!IsArray(marks, "marks")) return;

        var seen = new HashSet<string>();
        for (var index = 0; index < marks.GetArrayLength(); index++)
        {
            path.Add(("marks", index));
            if (TypeOf(marks[index]) is not { } name) Report(T("document.markWithoutType"));
            else if (!schema.Marks.TryGetValue(name, out var type)) Report(T("document.unknownMark", ("name", name)));
            else if (!seen.Add(type.Excludes(type) ? name : $"{name} {marks[index]}")) Report(T("document.markTwice", ("what", Upper(type.Words))));
            else Attributes(marks[index], type.Words, type.Attrs);
            path.RemoveAt(path.Count - 1);
        }
    }

    private void Content(JsonElement node, NodeType type, int depth)
    {
        var children = new List<string>();
        if (node.TryGetProperty("content", out var content) && content.ValueKind != JsonValueKind.Null)
        {
            if (!IsArray(content, "content")) return;

            var index = 0;
            foreach (var child in content.EnumerateArray())
            {
                path.Add(("content", index++));
                if (Child(child, type, depth) is { } name) children.Add(name);
                path.RemoveAt(path.Count - 1);
            }

            // What did not belong is reported already; saying that something is missing too would mislead.
            if (children.Count < index) return;
        }

        if (type.Holds.Missing(children) is not { } missing) return;
        var words = schema.Nodes.TryGetValue(missing.Words, out var wanted) ? wanted.Words : "something";
        Report(children.Count == 0 ? T("document.mustHold", ("what", Upper(type.Words)), ("wanted", words)) : T("document.mustBegin", ("what", Upper(type.Words)), ("wanted", words)));
    }

    private string? Child(JsonElement child, NodeType parent, int depth)
    {
        if (TypeOf(child) is not { } name)
        {
            Report(T("document.nodeWithoutType"));
            return null;
        }

        if (!schema.Nodes.TryGetValue(name, out var type))
        {
            Report(T("document.unknownNode", ("name", name)));
            return null;
        }

        if (!parent.Holds.Allows(name))
        {
            Report(T("document.cannotStandIn", ("what", Upper(type.Words)), ("where", parent.Words)));
            return null;
        }

        Node(child, type, depth + 1);
        return name;
    }

    private void Attributes(JsonElement owner, string words, Dictionary<string, AttributeType> types)
    {
        var given = owner.TryGetProperty("attrs", out var attrs) && attrs.ValueKind != JsonValueKind.Null;
        if (given && attrs.ValueKind != JsonValueKind.Object)
        {
            Report(T("document.attributes"), "attrs");
            return;
        }

        foreach (var property in given ? attrs.EnumerateObject() : default)
        {
            if (!types.TryGetValue(property.Name, out var type)) Report(T("document.hasNo", ("what", Upper(words)), ("name", property.Name)), $"attrs.{property.Name}");
            else if (property.Value.ValueKind == JsonValueKind.Null && !type.IsRequired) continue;
            else if (SchemaValues.Problem(type, property.Value, ref characters) is { } problem) Report(problem, $"attrs.{property.Name}");
        }

        foreach (var (name, type) in types)
        {
            if (type.IsRequired && !(given && attrs.TryGetProperty(name, out _))) Report(T("document.needs", ("what", Upper(words)), ("name", name)), $"attrs.{name}");
        }
    }

    private bool IsArray(JsonElement value, string name)
    {
        if (value.ValueKind == JsonValueKind.Array) return true;
        Report(T("document.list"), name);
        return false;
    }

    private static string? TypeOf(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty("type", out var type) ? SchemaValues.Text(type) : null;

    private void Report(string message, string? below = null, bool atRoot = false)
    {
        if (problems.Count >= EnoughProblems) return;
        var steps = atRoot ? [] : path.Select(step => $"{step.Key}[{step.Index}]");
        problems.Add(new(string.Join('.', below is null ? steps : steps.Append(below)), message));
    }

    private static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
