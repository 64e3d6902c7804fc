using Broadsheet.Machine;
using Broadsheet.Storage;

namespace Broadsheet.Web;

/// <summary>
/// GET /health/live: the process answers. GET /health/ready: it can also reach its database; else 503. Asked before hosts and routes count:
/// whoever watches over a container asks by its number, and from the first moment on.
/// </summary>
public static class Health
{
    public static IApplicationBuilder UseHealth(this IApplicationBuilder app)
    {
        var machine = app.ApplicationServices.GetRequiredService<MachineSettings>();
        return app.Use((context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments("/health", out var what) || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))) return next(context);
            return what.Value?.TrimEnd('/').ToLowerInvariant() switch
            {
                "/live" => SayAsync(context, "live"),
                "/ready" => SayReadyAsync(context, machine),
                _ => next(context),
            };
        });
    }

    private static async Task SayReadyAsync(HttpContext context, MachineSettings machine)
    {
        if (await IsThereAsync(machine, context.RequestAborted))
        {
            await SayAsync(context, "ready");
            return;
        }
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await SayAsync(context, "the database does not answer");
    }

    private static Task SayAsync(HttpContext context, string words)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = words.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(words, context.RequestAborted);
    }

    private static async Task<bool> IsThereAsync(MachineSettings machine, CancellationToken stop)
    {
        try
        {
            await using var connection = await PlainConnection.OpenAsync(machine, stop);
            await using var command = connection.CreateCommand();
            // Not SELECT 1: SQLite answers that without a look at its file.
            command.CommandText = "SELECT COUNT(*) FROM \"__EFMigrationsHistory\"";
            return await command.ExecuteScalarAsync(stop) is not null;
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
