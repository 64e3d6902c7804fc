using System.Text.Json;
using Broadsheet.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Api;

/// <summary>The API's description: whole, open, and the same for people and programs.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public async Task It_holds_every_route_of_the_API_with_its_permission_and_problems()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var description = JsonDocument.Parse(await newsroom.Client.GetStringAsync("/api/openapi.json"));
        Assert.StartsWith("3.1", description.RootElement.GetProperty("openapi").GetString());

        var described = description.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Line: $"{operation.Name.ToUpperInvariant()} {path.Name}", Operation: operation.Value))).ToList();
        var routes = newsroom.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {route.RoutePattern.RawText!.Replace(":guid", "").Replace(":int", "").TrimEnd('/')}"));

        Assert.Equal(routes.Order(), described.Select(one => one.Line).Order());
        Assert.All(described, one =>
        {
            Assert.NotEmpty(one.Operation.GetProperty("x-permission").GetString()!);
            Assert.NotEmpty(one.Operation.GetProperty("description").GetString()!);
            Assert.True(one.Operation.GetProperty("responses").GetProperty("default").GetProperty("content").TryGetProperty("application/problem+json", out _));
        });
        Assert.Contains(described.Single(one => one.Line == "POST /api/v1/articles").Operation.GetProperty("parameters").EnumerateArray(), one => one.GetProperty("name").GetString() == "Idempotency-Key");
        var article = description.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("NewArticle").GetProperty("properties");
        Assert.All(["headline", "body", "bodyMarkdown", "leadPicture", "kind", "bylines"], name => Assert.True(article.TryGetProperty(name, out _), name));
        Assert.Contains(described.Single(one => one.Line == "GET /api/v1/articles").Operation.GetProperty("parameters").EnumerateArray(), one => one.GetProperty("name").GetString() == "changedSince");
        Assert.Contains("\"obituary\"", description.RootElement.GetProperty("components").GetRawText());
        Assert.DoesNotContain(newsroom.Client.BaseAddress!.Authority, description.RootElement.GetRawText());
    }

    [Fact]
    public async Task The_page_says_it_in_words_and_every_problem_leads_to_its_place()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var answer = await newsroom.Client.GetAsync("/api");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Contains("style-src 'self'", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("/api/v1/articles/{id}/publication", html);
        Assert.Contains("id=\"NewArticle\"", html);
        Assert.All(ProblemKind.All, kind => Assert.Contains($"id=\"{kind.Name}\"", html));
    }
}
