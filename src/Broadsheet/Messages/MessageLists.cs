using System.Globalization;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Broadsheet.Messages;

/// <summary>An edition's messages as a list. What was given towards a goal changes the pages that show it and no other.</summary>
internal sealed class MessageLists : IChangedLists
{
    internal static string Of(long edition) => string.Create(CultureInfo.InvariantCulture, $"messages:{edition}");

    public Task<IEnumerable<string>> OfAsync(EntityEntry entry, Newspaper newspaper, CancellationToken stop) => Task.FromResult<IEnumerable<string>>(
        entry.Entity is Message message && (entry.State != EntityState.Modified || entry.Properties.Any(property => property.IsModified && property.Metadata.Name != nameof(Message.ReachedMinor))) ? [Of(message.EditionId)] : []);
}
