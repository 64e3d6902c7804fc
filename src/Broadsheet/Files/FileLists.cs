using Broadsheet.Paper.Edge;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Broadsheet.Files;

/// <summary>A file by itself as a list: when it is removed, a shared cache in front of the paper forgets it.</summary>
internal sealed class FileLists : IChangedLists
{
    internal static string Of(StoredFile file) => $"{EdgeTag.AlonePrefix}file:{file.PublicId:N}";

    public Task<IEnumerable<string>> OfAsync(EntityEntry entry, Newspaper newspaper, CancellationToken stop) =>
        Task.FromResult<IEnumerable<string>>(entry is { Entity: StoredFile file, State: EntityState.Deleted } ? [Of(file)] : []);
}
