using Microsoft.AspNetCore.Diagnostics;

namespace Broadsheet.Web;

/// <summary>What stands between the world and every endpoint, in its order.</summary>
public static class Guards
{
    public static IServiceCollection AddGuards(this IServiceCollection services) =>
        services.AddSingleton<Hosts>().AddSingleton<RateLimits>().AddAntiforgeryGuard();

    public static void UseGuards(this WebApplication app)
    {
        // Before anything else, so that bad settings stop the program at its start and not at its first request.
        var hosts = app.Services.GetRequiredService<Hosts>();
        app.Lifetime.ApplicationStarted.Register(() => hosts.ListenOn(app.Urls));

        app.UseContentSecurity();
        app.UseNewsroomLanguage();
        app.UseExceptionHandler();
        app.UseHealth();
        app.UseHosts();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/newsroom"), newsroom => newsroom.UseStatusCodePages(Explain));
        app.UseCookiePolicy(new() { Secure = CookieSecurePolicy.Always });
        app.UseRouting();
        app.UseAuthorization();
        app.UseNewsroomLanguage();
        app.UseAntiforgeryGuard();
    }

    // "Not found" and the like, said by an endpoint or by nobody, without a word of explanation.
    private static Task Explain(StatusCodeContext bare)
    {
        NewsroomLanguage.Speak(bare.HttpContext);
        var status = bare.HttpContext.Response.StatusCode;
        var text = status == StatusCodes.Status404NotFound ? Text.T("error.notFound") : Text.T("problem.bad-request");
        return Refusals.Answer(bare.HttpContext, new RefusalException(text, status)).ExecuteAsync(bare.HttpContext);
    }
}
