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

    public static RouteGroupBuilder RequireAntiforgery(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            if (IsSafe(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<WithoutAntiforgery>() is not null) return await next(invocation);

            var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
            return await antiforgery.IsRequestValidAsync(context)
                ? await next(invocation)
                : Refusals.Answer(context, new RefusalException(Text.T("problem.antiforgery"), StatusCodes.Status400BadRequest));
        });

        // The framework would check form-bound endpoints a second time, before the filter, with an answer that explains nothing.
        return group.DisableAntiforgery();
    }

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
}
