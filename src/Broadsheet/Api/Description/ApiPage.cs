using Broadsheet.Web;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Broadsheet.Api.Description;

public sealed record ApiPageView(IReadOnlyList<OperationView> Operations, IReadOnlyList<ShapeView> Shapes, IReadOnlyList<ProblemKind> Problems);

/// <param name="Takes">The name of the shape that is sent; null for none.</param>
/// <param name="Gives">The name of the shape that is answered; null for none.</param>
public sealed record OperationView(string Method, string Path, string Id, string Summary, string Description, string Permission, IReadOnlyList<MemberView> Parameters, string? Takes, string? Gives);

public sealed record ShapeView(string Name, IReadOnlyList<MemberView> Members);

public sealed record MemberView(string Name, string Type, bool IsRequired, string Description);

/// <summary>GET /api: the API's description as a page, for people. Problem documents lead to its anchors.</summary>
internal static class ApiPage
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api", Get);

    internal static async Task<IResult> Get([FromKeyedServices(ApiDescription.Name)] IOpenApiDocumentProvider description, CancellationToken stop)
    {
        var document = await description.GetOpenApiDocumentAsync(stop);
        var operations = document.Paths.SelectMany(path => path.Value.Operations!.Select(operation => Operation(path.Key, operation.Key, operation.Value)));
        var shapes = document.Components!.Schemas!.Where(schema => schema.Value.Properties is { Count: > 0 }).OrderBy(schema => schema.Key, StringComparer.Ordinal).Select(schema => Shape(schema.Key, schema.Value));
        return Page.Alone<ApiPagePage, ApiPageView>(new([.. operations], [.. shapes], ProblemKind.All));
    }

    private static OperationView Operation(string path, HttpMethod method, OpenApiOperation operation) => new(
        method.Method, path, operation.OperationId ?? "", operation.Summary ?? "", operation.Description ?? "",
        operation.Extensions?.Values.OfType<JsonNodeExtension>().Select(one => one.Node.ToString()).FirstOrDefault() ?? "",
        [.. (operation.Parameters ?? []).Select(one => new MemberView(one.Name!, TypeOf(one.Schema), one.Required, one.Description ?? ""))],
        NameOf(operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema),
        operation.Responses?.Where(one => one.Key.StartsWith('2')).Select(one => NameOf(one.Value.Content?.Values.FirstOrDefault()?.Schema)).FirstOrDefault());

    private static ShapeView Shape(string name, IOpenApiSchema schema) => new(name,
        [.. schema.Properties!.Select(one => new MemberView(one.Key, TypeOf(one.Value), schema.Required?.Contains(one.Key) == true, one.Value.Description ?? ""))]);

    private static string? NameOf(IOpenApiSchema? schema) => schema switch
    {
        OpenApiSchemaReference reference => reference.Reference.Id,
        { OneOf: [var first, ..] } => NameOf(first),
        _ => null,
    };

    /// <summary>A type in the words that JSON's readers use: <c>string</c>, <c>ArticleAnswer</c>, <c>list of Byline</c>, <c>“news” or “opinion”</c>.</summary>
    private static string TypeOf(IOpenApiSchema? schema)
    {
        if (schema is null) return "";
        if (schema.OneOf is { Count: > 0 } choices) return TypeOf(choices.FirstOrDefault(choice => choice.Type != JsonSchemaType.Null));
        if (NameOf(schema) is { } name && schema.Properties is { Count: > 0 }) return name;
        if (schema.Enum is { Count: > 0 } words) return string.Join(" · ", words.Where(word => word is not null).Select(word => word.ToString()));
        var type = (schema.Type ?? JsonSchemaType.Object) & ~JsonSchemaType.Null;
        if (type.HasFlag(JsonSchemaType.Array)) return $"list of {TypeOf(schema.Items)}";
        return type.HasFlag(JsonSchemaType.Integer) ? "integer" : schema.Format is { Length: > 0 } format ? format : type.ToIdentifiers().First();
    }
}
