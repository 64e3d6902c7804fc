using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Broadsheet.Api;

namespace Broadsheet.PublicApi;

/// <summary>Which members of a thing are wanted: “fields” of a query, from the members that there are.</summary>
internal sealed class Fields<T> where T : class
{
    private static readonly string[] All = [.. DataJson.Written.GetTypeInfo(typeof(T)).Properties.Select(property => property.Name)];

    private readonly HashSet<string>? _asked;

    private Fields(HashSet<string>? asked) => _asked = asked;

    /// <param name="asked">Names with commas between; empty: all.</param>
    public static Fields<T> Read(string? asked)
    {
        if (string.IsNullOrEmpty(asked)) return new(null);

        var names = asked.Split(',').ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in names.Where(name => !All.Contains(name))) throw ProblemKind.BadQuery.At("fields", $"There is no field “{unknown}” here, only {string.Join(", ", All)}.");
        // By this the rest is asked for.
        names.Add("id");
        return new(names);
    }

    public JsonNode Of(T thing)
    {
        var json = JsonSerializer.SerializeToNode(thing, DataJson.Written)!.AsObject();
        if (_asked is null) return json;
        foreach (var name in json.Select(member => member.Key).Where(name => !_asked.Contains(name)).ToList()) json.Remove(name);
        return json;
    }
}

internal static class DataJson
{
    // Nothing of it is ever part of an HTML page, so < and & stay what they are: texts are a third shorter.
    public static JsonSerializerOptions Written { get; } = new(ApiJson.Answers) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
}
