using Broadsheet.Storage;

namespace Broadsheet.Web;

/// <summary>GET /health/live: the process answers. GET /health/ready: it can also reach its database; else 503.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"));
        app.MapGet("/health/ready", Ready);
    }

    internal static async Task<IResult> Ready(Newspaper newspaper, CancellationToken stop) =>
        await CanConnectAsync(newspaper, stop) ? TypedResults.Text("ready") : TypedResults.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);

    private static async Task<bool> CanConnectAsync(Newspaper newspaper, CancellationToken stop)
    {
        try
        {
            return await newspaper.Database.CanConnectAsync(stop);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
