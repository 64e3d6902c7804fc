using System.Text.Json;
using System.Text.Json.Nodes;
using Broadsheet.Accounts;
using Broadsheet.Api.Repeats;
using Broadsheet.Document;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Broadsheet.Api.Description;

/// <summary>
/// The API's own description, OpenAPI 3.1, at <c>/api/openapi.json</c>: made from the endpoints themselves, so it cannot say
/// what they do not do. Open to anybody, because it holds nothing of the paper's.
/// </summary>
internal static class ApiDescription
{
    public const string Name = "v1";
    public const string Anybody = "anybody";
    private const string Token = "token", Needs = "x-permission";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddSchemaTransformer((schema, context, _) => { DescribeBody(schema, context); return Task.CompletedTask; });
        options.AddOperationTransformer(DescribeOperationAsync);
        options.AddDocumentTransformer((document, _, _) => { DescribePaper(document); return Task.CompletedTask; });
    });

    public static void Map(IEndpointRouteBuilder app) => app.MapOpenApi("/api/openapi.json");

    private static void DescribePaper(OpenApiDocument document)
    {
        document.Info = new() { Title = "Broadsheet’s API", Version = Name, Description = "Under /api/v1/paper what readers read, open to anybody. Everything else is the newsroom’s, for wires and scripts with a token: articles, pictures, sections, topics, contributors and editions. The page /api tells the rules." };
        // Wherever the paper stands: the description may have been asked for through a proxy.
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Made by “broadsheet token create”; it has the rights of its role." },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
    }

    private static async Task DescribeOperationAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<OpenToAnybody>().Any())
        {
            operation.Security = [];
            operation.Extensions = new Dictionary<string, IOpenApiExtension> { [Needs] = new JsonNodeExtension(JsonValue.Create(Anybody)) };
        }
        if (metadata.OfType<RequiredPermission>().FirstOrDefault() is { } required)
            operation.Extensions = new Dictionary<string, IOpenApiExtension> { [Needs] = new JsonNodeExtension(JsonValue.Create(required.Permission.ToString())) };

        // Queries are read whatever their case; written they are as in JSON.
        foreach (var asked in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(one => one.In == ParameterLocation.Query)) asked.Name = JsonNamingPolicy.CamelCase.ConvertName(asked.Name!);

        if (metadata.OfType<OnceOnly.TakesKey>().Any())
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = OnceOnly.Header,
                In = ParameterLocation.Header,
                Description = "For 24 hours the same request under the same key gets the same answer and makes nothing anew.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = OnceOnly.LongestKey },
            });

        operation.Tags = new HashSet<OpenApiTagReference> { new(context.Description.RelativePath!.Split('/')[2], context.Document) };

        var problem = await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, stop);
        context.Document?.AddComponent(nameof(ApiProblem), problem);
        (operation.Responses ??= []).Add("default", new OpenApiResponse
        {
            Description = "What went wrong, after RFC 9457; the page /api lists the types.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(ApiProblem), context.Document) } },
        });
    }

    // The document reads and writes itself, so nobody can see its shape from the type.
    private static void DescribeBody(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type != typeof(DraftDocument) && context.JsonTypeInfo.Type != typeof(PublishedDocument)) return;
        schema.Type = JsonSchemaType.Object;
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Const = "doc" },
            ["content"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Object }, Description = "The blocks, as docs/document.md lists them." },
        };
    }
}
