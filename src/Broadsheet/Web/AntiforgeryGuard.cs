using Microsoft.AspNetCore.Antiforgery;

namespace Broadsheet.Web;

/// <summary>On an endpoint: an unsafe method that takes no antiforgery token, and why it needs none.</summary>
public sealed record WithoutAntiforgery(string Reason);

/// <summary>
/// Writes are guarded once, for a whole group: minimal APIs check the token only where a form is bound, and would let a
/// bare "Publish" button through unchecked (measured).
/// </summary>
public static class AntiforgeryGuard
{
    /// <summary>Where scripts put the token; forms put it in the field that <c>&lt;AntiforgeryToken /&gt;</c> draws.</summary>
    public const string Header = "X-Antiforgery-Token";

    /// <summary>Guards every unsafe method of the group. The framework's own check, of bound forms only, is switched off.</summary>
    public static RouteGroupBuilder RequireAntiforgery(this RouteGroupBuilder group) =>
        group.WithMetadata(new GuardedWrites()).DisableAntiforgery();

    /// <summary>Stands after authorization, which says whose token it must be, and before anything reads the body.</summary>
    public static IApplicationBuilder UseAntiforgeryGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata is { } endpoint && endpoint.GetMetadata<GuardedWrites>() is not null
            && endpoint.GetMetadata<WithoutAntiforgery>() is null && !IsSafe(context.Request.Method)
            && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await Refusals.Answer(context, new RefusalException(Text.T("problem.antiforgery"), StatusCodes.Status400BadRequest)).ExecuteAsync(context);
            return;
        }
        await next(context);
    });

    public static IServiceCollection AddAntiforgeryGuard(this IServiceCollection services) =>
        services.AddAntiforgery(options =>
        {
            options.HeaderName = Header;
            options.Cookie.Name = "__Host-antiforgery";
            // Antiforgery itself throws over http when told Always; UseCookiePolicy makes the cookie Secure all the same.
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
        });

    internal static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private sealed record GuardedWrites;
}
