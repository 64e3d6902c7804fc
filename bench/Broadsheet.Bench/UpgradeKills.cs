using System.Diagnostics;
using System.Globalization;
using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench;

public sealed record UpgradeFigures(int Kills, int Stuck);

/// <summary>
/// Kills a child that brings an empty database to the schema, before its first statement, its second and so on, until one
/// gets through alive. After each kill the program must start on what was left, by itself and in time (promise 9).
/// </summary>
public static class UpgradeKills
{
    private static readonly TimeSpan Given = TimeSpan.FromSeconds(30);

    /// <param name="every">1 kills at each statement, 10 at every tenth.</param>
    /// <param name="empty">Makes a database without any table.</param>
    public static async Task<UpgradeFigures> RunAsync(int every, Func<Task<MachineSettings>> empty, Action<string> say)
    {
        var figures = new UpgradeFigures(0, 0);
        for (var statement = 1; ; statement += every)
        {
            var machine = await empty();
            if (await DiesAsync(statement, machine) == 0) return figures;

            var problem = await ProblemAsync(machine);
            figures = new(figures.Kills + 1, figures.Stuck + (problem is null ? 0 : 1));
            say($"killed at statement {statement}: {problem ?? "starts again"}");
        }
    }

    /// <summary>What the child does: it upgrades, and dies before a statement. 0 when there were not as many.</summary>
    internal static async Task<int> DieAtAsync(int statement, MachineSettings machine)
    {
        var killer = new DieAt(statement);
        await using var app = Program.Build(machine, builder => builder.Services
            .ConfigureDbContext<SqliteNewspaper>(options => options.AddInterceptors(killer))
            .ConfigureDbContext<PostgresNewspaper>(options => options.AddInterceptors(killer)));
        await app.PrepareAsync();
        return 0;
    }

    private static async Task<int> DiesAsync(int statement, MachineSettings machine)
    {
        using var child = Process.Start("dotnet",
            [typeof(UpgradeKills).Assembly.Location, "die-at", statement.ToString(CultureInfo.InvariantCulture), machine.Data, machine.Database]);
        await child.WaitForExitAsync();
        return child.ExitCode;
    }

    private static async Task<string?> ProblemAsync(MachineSettings machine)
    {
        using var limit = new CancellationTokenSource(Given);
        try
        {
            await using var app = Program.Build(machine);
            await app.PrepareAsync(limit.Token);
            await using var scope = app.Services.CreateAsyncScope();
            var pending = await scope.ServiceProvider.GetRequiredService<Newspaper>().Database.GetPendingMigrationsAsync(limit.Token);
            return pending.Any() ? "migrations are left over" : null;
        }
        catch (Exception problem)
        {
            return problem.Message;
        }
    }
}
