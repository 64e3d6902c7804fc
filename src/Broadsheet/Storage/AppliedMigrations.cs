using System.Data.Common;
using System.Reflection;
using Broadsheet.Machine;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Broadsheet.Storage;

/// <summary>
/// Whether anything is to be upgraded, asked of the history table itself: EF's migrator builds the model twice over and
/// compares the two before it finds that nothing is.
/// </summary>
internal static class AppliedMigrations
{
    /// <summary>Whether every migration that this program knows for its kind of database was applied to this one.</summary>
    internal static async Task<bool> AreAllAsync(MachineSettings machine, Type context, CancellationToken stop)
    {
        try
        {
            await using var connection = await PlainConnection.OpenAsync(machine, stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
            await using var reader = await command.ExecuteReaderAsync(stop);
            var applied = new HashSet<string>();
            while (await reader.ReadAsync(stop)) applied.Add(reader.GetString(0));
            return Known(context).All(applied.Contains);
        }
        catch (DbException)
        {
            // No database or no such table yet; whatever else is wrong, the migrator says.
            return false;
        }
    }

    private static IEnumerable<string> Known(Type context) => context.Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id);
}
