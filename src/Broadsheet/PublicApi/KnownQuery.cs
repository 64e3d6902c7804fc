using System.Text.Json;
using Broadsheet.Api;

namespace Broadsheet.PublicApi;

/// <summary>Refuses a query with anything that is not asked here: a misspelt filter would otherwise give another list than was meant.</summary>
internal sealed class KnownQuery(Type asked) : IEndpointFilter
{
    private readonly string[] _names = [.. asked.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var wrong = new List<ProblemPart>();
        foreach (var (name, values) in context.HttpContext.Request.Query)
        {
            if (!_names.Contains(name, StringComparer.Ordinal)) wrong.Add(new(name, $"There is no parameter “{name}” here, only {string.Join(", ", _names)}."));
            else if (values.Count > 1) wrong.Add(new(name, $"“{name}” is given {values.Count} times. Give it once."));
        }
        return wrong.Count == 0 ? next(context) : throw ProblemKind.BadQuery.Exception(wrong[0].Message, wrong);
    }
}

internal static class PublicRoutes
{
    /// <summary>Says what may be asked of an endpoint and what it answers.</summary>
    public static RouteHandlerBuilder Reads<TQuery, TAnswer>(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(new KnownQuery(typeof(TQuery))).Produces<TAnswer>();
}
