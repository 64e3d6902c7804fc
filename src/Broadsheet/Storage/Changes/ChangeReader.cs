using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Broadsheet.Storage.Changes;

/// <summary>Names what a save touches: rows, tables and lists, as <see cref="ChangeKey"/>s.</summary>
public sealed class ChangeReader(IEnumerable<IChangedLists> lists)
{
    private readonly IChangedLists[] _lists = [.. lists];

    internal async Task ReadAsync(Newspaper newspaper, ISet<string> touched, CancellationToken stop)
    {
        foreach (var entry in newspaper.ChangeTracker.Entries().Where(IsForReaders).ToList())
        {
            if (entry.Metadata.GetTableName() is not { } table) continue;

            touched.Add(ChangeKey.Table(table));
            // A new row has no key yet, and nobody can have read it.
            if (entry.State is not EntityState.Added && entry.Metadata.FindPrimaryKey() is { Properties: [var key] })
                touched.Add(ChangeKey.Row(table, entry.Property(key).OriginalValue!));
            foreach (var one in _lists)
                foreach (var list in await one.OfAsync(entry, newspaper, stop)) touched.Add(ChangeKey.List(list));
        }
    }

    /// <summary>What a statement that names no rows touches.</summary>
    internal static void ReadStatement(Newspaper newspaper, string sql, ISet<string> touched)
    {
        if (TablesOfCommand.Of(sql).Written is not { } table || newspaper.StaysInNewsroom(table) || !newspaper.IsOfModel(table)) return;

        touched.Add(ChangeKey.Table(table));
        touched.Add(ChangeKey.AnyRow(table));
    }

    private static bool IsForReaders(EntityEntry entry) => !entry.Metadata.StaysInNewsroom() && entry.State switch
    {
        EntityState.Added or EntityState.Deleted => true,
        EntityState.Modified => entry.Properties.Any(property => property.IsModified && !property.Metadata.StaysInNewsroom()),
        _ => false,
    };
}
