using Broadsheet.Editions;
using Broadsheet.Paper.Views;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Inbox;

/// <summary>What was written under a reader's address, in her export and at her erasure. Tips name nobody, so none is found.</summary>
internal sealed class InboxOfReader(Newspaper newspaper) : IReaderPart
{
    public string Name => "messages";

    public Task<View?> ShowAsync(Reader reader, Edition edition, CancellationToken stop) => Task.FromResult<View?>(null);

    public async Task<object?> ExportAsync(Reader reader, CancellationToken stop) => (await newspaper.InboxMessages.AsNoTracking()
        .Where(row => row.Address == reader.Address).OrderBy(row => row.ReceivedAt).ToListAsync(stop))
        .Select(row => new { Kind = row.Kind.ToString(), row.ReceivedAt, row.Name, row.Town, row.Subject, row.Text, Consent = row.ConsentText });

    public Task EraseAsync(Reader reader, CancellationToken stop) => newspaper.InboxMessages.Where(row => row.Address == reader.Address).ExecuteDeleteAsync(stop);
}
