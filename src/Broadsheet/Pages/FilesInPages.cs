using Broadsheet.Accounts;
using Broadsheet.Files;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pages;

/// <summary>Plain pages that hand a file to readers, hidden ones included.</summary>
internal sealed class FilesInPages(Newspaper newspaper) : IFileUses
{
    public async Task<IReadOnlyList<FileUse>> OfAsync(Guid file, Staff staff, CancellationToken stop) =>
        [.. (await newspaper.Pages.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop))
            .Where(page => page.Body.ForPublication().References.Files.Contains(file))
            .Select(page => new FileUse(page.Title, $"/newsroom/pages/{page.Id}"))];
}
