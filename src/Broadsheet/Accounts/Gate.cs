using Microsoft.AspNetCore.Authorization;

namespace Broadsheet.Accounts;

/// <summary>On an endpoint: the permission without which it answers 403.</summary>
public sealed record RequiredPermission(Permission Permission);

/// <summary>On an endpoint: anybody may come in, and why.</summary>
public sealed record OpenToAnybody(string Reason);

/// <summary>On an endpoint: who holds a good link may come in without an account; the endpoint looks at the link. And what the link is for.</summary>
public sealed record OpenToLink(string Reason);

/// <summary>The one gate. Every endpoint behind it says what it requires; one that says nothing stops the program at its start.</summary>
public static class Gate
{
    /// <summary>Lets in only staff (or a token) whose role grants <paramref name="permission"/>.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoint
            .WithMetadata(new RequiredPermission(permission))
            .RequireAuthorization(permission.ToString());

    /// <summary>Lets anybody in. The reason is read by whoever reviews the list of open doors.</summary>
    public static TBuilder OpenTo<TBuilder>(this TBuilder endpoint, OpenToAnybody reason) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(reason).AllowAnonymous();

    /// <summary>Lets in who holds a link; the endpoint finds it or refuses.</summary>
    public static TBuilder OpenByLink<TBuilder>(this TBuilder endpoint, OpenToLink link) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(link).AllowAnonymous();

    /// <summary>The newsroom behind staff sessions; <paramref name="app"/>'s endpoints live under <c>/newsroom</c>.</summary>
    public static RouteGroupBuilder MapNewsroom(this IEndpointRouteBuilder app) =>
        app.MapGroup("/newsroom").Behind(SessionHandler.SchemeName);

    /// <summary>The staff API behind bearer tokens. A cookie opens nothing here, so no page elsewhere can use one's session.</summary>
    public static RouteGroupBuilder MapStaffApi(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/v1").Behind(TokenHandler.SchemeName);

    /// <summary>One policy a permission, under its name: what the frame's links and <see cref="Requires"/> ask for.</summary>
    internal static void AddPolicies(AuthorizationOptions options)
    {
        foreach (var permission in Enum.GetValues<Permission>())
            options.AddPolicy(permission.ToString(), policy => policy.RequireAssertion(gate => Staff.Find(gate.User) is { } staff && staff.May(permission)));
    }

    private static RouteGroupBuilder Behind(this RouteGroupBuilder group, string scheme)
    {
        group.RequireAuthorization(policy => policy.AddAuthenticationSchemes(scheme).RequireAuthenticatedUser());
        ((IEndpointConventionBuilder)group).Finally(RefuseSilence);
        return group;
    }

    private static void RefuseSilence(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.Any(one => one is RequiredPermission or OpenToAnybody or OpenToLink)) return;
        throw new InvalidOperationException($"{endpoint.DisplayName} says nothing of who may come in: add .Requires(Permission.…) or .OpenTo(…).");
    }
}
