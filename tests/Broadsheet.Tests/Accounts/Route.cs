using Broadsheet.Accounts;
using Broadsheet.Articles;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Accounts;

/// <summary>One line of the program's route table.</summary>
public sealed record Route(string Method, string Pattern, RouteEndpoint Endpoint)
{
    public static IEnumerable<Route> Of(Newsroom newsroom) =>
        from endpoint in newsroom.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select new Route(method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint);

    public bool IsApi => Pattern.StartsWith("/api/v1", StringComparison.Ordinal);

    public bool IsSafe => Method is "GET" or "HEAD";

    /// <summary>Behind the gate at all, open door or not. The rest is the readers' paper.</summary>
    public bool IsGuarded => IsApi || Pattern == "/newsroom" || Pattern.StartsWith("/newsroom/", StringComparison.Ordinal);

    public Permission? Permission => Endpoint.Metadata.GetMetadata<OpenToAnybody>() is null ? Endpoint.Metadata.GetMetadata<RequiredPermission>()?.Permission : null;

    public bool NamesArticle => ArticleGate.Names(Endpoint.RoutePattern) is not null;

    public bool OnlyReads => IsSafe || Endpoint.Metadata.GetMetadata<ForWhoSeesIt>() is not null;

    public bool TakesJson => Endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/json") == true;

    /// <summary>Opened by a link without an account.</summary>
    public bool NeedsLink => Endpoint.Metadata.GetMetadata<OpenToLink>() is not null;

    public string Line => $"{Method} {Pattern} {(NeedsLink ? "link" : (object?)Permission ?? "anybody")}";

    /// <param name="article">Whose routes are asked; else one that is not there.</param>
    public string Path(Article? article)
    {
        var name = ArticleGate.Names(Endpoint.RoutePattern);
        return string.Join('/', Endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Filled))).Prepend(""));

        string Filled(RoutePatternPart part) => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => (IsGuid(parameter), article is not null && parameter.Name == name) switch
            {
                (true, true) => article!.PublicId.ToString(),
                (true, false) => Guid.Empty.ToString(),
                (false, true) => $"{article!.Id}",
                _ => "999",
            },
            _ => "",
        };
    }

    private bool IsGuid(RoutePatternParameterPart parameter) => Pattern.Contains($"{{{parameter.Name}:guid", StringComparison.Ordinal);
}
