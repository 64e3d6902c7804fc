using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Broadsheet.Paper.Edge;

/// <summary>Something that never changes under its addresses, by itself as a list: when its row is removed, a shared cache in front of the paper forgets it.</summary>
/// <param name="listOf">Begins with <see cref="EdgeTag.AlonePrefix"/>.</param>
internal sealed class AloneList<TRow>(Func<TRow, string> listOf) : IChangedLists where TRow : class
{
    public Task<IEnumerable<string>> OfAsync(EntityEntry entry, Newspaper newspaper, CancellationToken stop) =>
        Task.FromResult<IEnumerable<string>>(entry is { Entity: TRow row, State: EntityState.Deleted } ? [listOf(row)] : []);
}
