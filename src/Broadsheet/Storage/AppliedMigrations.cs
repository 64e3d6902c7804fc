using System.Data.Common;
using System.Reflection;
using System.Reflection.Metadata;
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
    private const string Folder = "Broadsheet.Storage.Migrations.";

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

    /// <summary>The migrations that this program brings for a kind of database. Found by their names: asking every type of the program would load them all (decision 57).</summary>
    internal static IEnumerable<string> Known(Type context) => NamesOfMigrations(context.Assembly)
        .Select(name => context.Assembly.GetType(name)!)
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context && type.IsSubclassOf(typeof(Migration)))
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id);

    private static unsafe List<string> NamesOfMigrations(Assembly program)
    {
        if (!program.TryGetRawMetadata(out var blob, out var length)) throw new InvalidOperationException($"{program.GetName().Name} has no metadata to read.");

        var metadata = new MetadataReader(blob, length);
        return [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => type.GetDeclaringType().IsNil && metadata.StringComparer.StartsWith(type.Namespace, Folder))
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
    }
}
