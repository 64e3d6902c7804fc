using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Broadsheet.Api;

/// <summary>Finds every member of a request that its type does not have, not only the first, and says which there are.</summary>
internal static class UnknownMembers
{
    public static IReadOnlyList<ProblemPart> Of(JsonElement json, JsonTypeInfo type)
    {
        var problems = new List<ProblemPart>();
        Walk(json, type, "", problems);
        return problems;
    }

    private static void Walk(JsonElement json, JsonTypeInfo type, string path, List<ProblemPart> problems)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && json.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in json.EnumerateArray()) Walk(item, ApiJson.Requests.GetTypeInfo(type.ElementType!), $"{path}[{index++}]", problems);
        }
        else if (type.Kind == JsonTypeInfoKind.Object && json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject())
            {
                var here = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
                if (type.Properties.FirstOrDefault(one => one.Name == member.Name) is { } property) Walk(member.Value, ApiJson.Requests.GetTypeInfo(property.PropertyType), here, problems);
                else problems.Add(new(here, $"There is no “{member.Name}” here, only {string.Join(", ", type.Properties.Select(one => one.Name))}."));
            }
        }
    }
}
