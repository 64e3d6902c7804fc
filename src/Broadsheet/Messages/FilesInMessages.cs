using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Files;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Messages;

/// <summary>Editions whose message hands a file to readers.</summary>
internal sealed class FilesInMessages(Newspaper newspaper) : IFileUses
{
    public async Task<IReadOnlyList<FileUse>> OfAsync(Guid file, Staff staff, CancellationToken stop)
    {
        var found = new List<FileUse>();
        foreach (var edition in await newspaper.Editions.AsNoTracking().OrderBy(row => row.Position).ToListAsync(stop))
        {
            var (message, _) = await newspaper.SettingOfAsync<PaperMessage>(edition.Id, stop);
            if (message.Body.ForPublication().References.Files.Contains(file)) found.Add(new($"{Text.T("message.title")} · {edition.Name}", $"/newsroom/message?edition={edition.Id}"));
        }
        return found;
    }
}
