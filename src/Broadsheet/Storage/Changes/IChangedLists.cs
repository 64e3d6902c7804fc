using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Broadsheet.Storage.Changes;

/// <summary>Tells which lists a change could alter. A feature that calls <see cref="ReadTags.ReadsList"/> answers for its names here.</summary>
public interface IChangedLists
{
    /// <param name="entry">Added, changed or deleted, and about to be saved: old and new values are at hand.</param>
    Task<IEnumerable<string>> OfAsync(EntityEntry entry, Newspaper newspaper, CancellationToken stop);
}
