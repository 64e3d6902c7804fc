namespace Broadsheet.Api;

internal static class Describing
{
    /// <summary>What the description of the API says about an endpoint.</summary>
    /// <param name="name">For programs that are made from the description; unique.</param>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string name, string summary, string description) =>
        endpoint.WithName(name).WithSummary(summary).WithDescription(description);
}
