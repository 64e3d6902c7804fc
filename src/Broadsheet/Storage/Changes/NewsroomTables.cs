using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Broadsheet.Storage.Changes;

/// <summary>What of the model readers' pages are made from, by <see cref="StaysInNewsroomAttribute"/>.</summary>
internal static class NewsroomTables
{
    private static readonly ConcurrentDictionary<IModel, HashSet<string>> Tables = new();
    private static readonly ConcurrentDictionary<IModel, HashSet<string>> Names = new();
    private static readonly ConcurrentDictionary<IProperty, bool> Columns = new();

    internal static bool StaysInNewsroom(this DbContext context, string table) => Tables.GetOrAdd(context.Model, Find).Contains(table);

    /// <summary>Whether the model knows the table. What is derived from others and stands beside it (a full-text index) makes no page old: those others do.</summary>
    internal static bool IsOfModel(this DbContext context, string table) => Names.GetOrAdd(context.Model, model => [.. model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>()]).Contains(table);

    internal static bool StaysInNewsroom(this IReadOnlyEntityType entity) => entity.ClrType.IsDefined(typeof(StaysInNewsroomAttribute), inherit: true);

    internal static bool StaysInNewsroom(this IProperty property) =>
        Columns.GetOrAdd(property, column => column.PropertyInfo?.IsDefined(typeof(StaysInNewsroomAttribute)) == true);

    private static HashSet<string> Find(IModel model) =>
        [.. model.GetEntityTypes().Where(entity => entity.StaysInNewsroom()).Select(entity => entity.GetTableName()).OfType<string>()];
}
