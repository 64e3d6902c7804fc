using Broadsheet.Editions;
using Broadsheet.Paper.Views;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Silence;

/// <summary>That a reader was asked, in her export. It goes with her.</summary>
internal sealed class RenewalOfReader(Newspaper newspaper) : IReaderPart
{
    public string Name => "asked_whether_to_go_on";

    public Task<View?> ShowAsync(Reader reader, Edition edition, CancellationToken stop) => Task.FromResult<View?>(null);

    public async Task<object?> ExportAsync(Reader reader, CancellationToken stop) =>
        await newspaper.Renewals.AsNoTracking().Where(row => row.ReaderId == reader.Id).Select(row => new { row.AskedAt, row.AnsweredAt, row.EndedAt }).ToListAsync(stop);

    public Task EraseAsync(Reader reader, CancellationToken stop) => newspaper.Renewals.Where(row => row.ReaderId == reader.Id).ExecuteDeleteAsync(stop);
}
