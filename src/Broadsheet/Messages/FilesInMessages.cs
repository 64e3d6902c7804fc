using Broadsheet.Accounts;
using Broadsheet.Files;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Messages;

/// <summary>Messages that hand a file to readers.</summary>
internal sealed class FilesInMessages(Newspaper newspaper) : IFileUses
{
    public async Task<IReadOnlyList<FileUse>> OfAsync(Guid file, Staff staff, CancellationToken stop) =>
        [.. (await newspaper.Messages.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop)).Where(row => row.Words.Body.ForPublication().References.Files.Contains(file))
            .Select(row => new FileUse($"{Text.T("message.title")} · {row.Name}", $"/newsroom/messages/{row.Id}"))];
}
