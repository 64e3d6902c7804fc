using Broadsheet.Machine;
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

    internal static async Task<IResult> Ready(MachineSettings machine, CancellationToken stop) =>
        await IsThereAsync(machine, stop) ? TypedResults.Text("ready") : TypedResults.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);

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
