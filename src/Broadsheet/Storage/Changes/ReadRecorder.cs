using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Broadsheet.Storage.Changes;

/// <summary>
/// Notes what a page is made from while it is made: every question that reaches the database, and every row that comes back.
/// Neither a theme nor a feature can forget a dependency, since neither names one; a feature can only say that a
/// question depends on less (<see cref="ReadTags"/>).
/// </summary>
internal sealed class ReadRecorder : DbCommandInterceptor, IInstantiationBindingInterceptor
{
    /// <summary>The only one: EF builds all its services anew for every other instance.</summary>
    internal static readonly ReadRecorder Instance = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command, eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command, eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <summary>
    /// Has every entity that is made of a row noted as it is made. Not as an IMaterializationInterceptor: for one, EF makes a delegate a property a row, each a
    /// dynamic method, which took three quarters of the time in which a page was made.
    /// </summary>
    public InstantiationBinding ModifyBinding(InstantiationBindingInterceptionData interceptionData, InstantiationBinding binding) =>
        // Rows of a place (an article's topics) have keys of two columns, and change only together with their article.
        interceptionData.TypeBase is IEntityType type && type.FindPrimaryKey() is { Properties: [var key] } && type.GetTableName() is { } table
            ? new NotedBinding(binding, table, key)
            : binding;

    private static void Note(DbCommand command, DbContext? context)
    {
        if (context is not Newspaper { Reads: { } reads } newspaper) return;

        var tables = TablesOfCommand.Of(command.CommandText);
        foreach (var table in tables.Read)
        {
            if (newspaper.StaysInNewsroom(table)) throw new InvalidOperationException($"A reader's page read {table}, which stays in the newsroom.");
            reads.Add(tables.ByRows.Contains(table) ? ChangeKey.AnyRow(table) : ChangeKey.Table(table));
        }
    }
}
