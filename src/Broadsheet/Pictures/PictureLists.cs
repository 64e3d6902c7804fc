using Broadsheet.Paper.Edge;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Broadsheet.Pictures;

/// <summary>
/// The renditions of a picture as one list, by its key: they never change under their addresses, but a picture can be taken down. A shared
/// cache in front of the paper then forgets them all.
/// </summary>
internal sealed class PictureLists : IChangedLists
{
    internal static string Of(string key) => $"{EdgeTag.AlonePrefix}picture:{key}";

    public Task<IEnumerable<string>> OfAsync(EntityEntry entry, Newspaper newspaper, CancellationToken stop) =>
        Task.FromResult<IEnumerable<string>>(entry is { Entity: Picture picture, State: EntityState.Deleted } ? [Of(picture.Key)] : []);
}
