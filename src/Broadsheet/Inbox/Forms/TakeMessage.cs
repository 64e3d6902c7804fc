using System.Net;
using Broadsheet.Machine;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Inbox.Forms;

/// <summary>Takes in what a reader sent.</summary>
public sealed class TakeMessage(Newspaper newspaper, InboxStore store, WriteBrakes brakes, MachineSettings machine)
{
    /// <summary>What is wrong with files, before one of them is kept.</summary>
    public async Task<IReadOnlyList<(string Field, string Key)>> ProblemsAsync(IReadOnlyList<IFormFile> files, CancellationToken stop) =>
        files.Count > InboxStore.MostFiles || files.Any(file => file.Length > InboxStore.MostMegabytes * 1_000_000L) ? [("files", "write.problem.files")]
        : !await InboxStore.HasRoomAsync(newspaper, machine, files.Sum(file => file.Length), stop) ? [("files", "write.problem.full")]
        : [];

    /// <summary>Null: it is in the inbox, or was already.</summary>
    public async Task<Held?> TakeAsync(InboxMessage message, IReadOnlyList<IFormFile> files, IPAddress? from, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var file in files) message.Files.Add(await store.TakeInAsync(file, message.Day, stop));
        return await newspaper.WriteAsync(async () =>
        {
            // Pressed twice.
            if (await newspaper.InboxMessages.AnyAsync(row => row.Id == message.Id, stop)) return null;
            if (message.Kind != MessageKind.Tip && await brakes.TakeAsync(from, now, stop) is { } held) return held;
            newspaper.InboxMessages.Add(message);
            await newspaper.SaveChangesAsync(stop);
            return null;
        }, stop);
    }
}
