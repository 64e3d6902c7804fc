using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Inbox;

/// <summary>
/// The bytes of files that came with tips, in a folder of their own: no route that serves pictures or files to readers looks there.
/// The disk's time of each is that of its day, as the row's is.
/// </summary>
public sealed class InboxStore(MachineSettings machine)
{
    public const int MostFiles = 5, MostMegabytes = 20;

    /// <summary>What a whole form may weigh. A little more than its files: what is too large must come in to be answered in words.</summary>
    public const long RequestBytes = 150_000_000;

    private readonly string folder = Path.Combine(machine.Data, "inbox");
    private readonly FileStore files = new(Path.Combine(machine.Data, "inbox"));

    /// <summary>Whether so many bytes more fit into what the operator gives these files.</summary>
    public static async Task<bool> HasRoomAsync(Newspaper newspaper, MachineSettings machine, long more, CancellationToken stop) =>
        more == 0 || await newspaper.InboxFiles.SumAsync(row => row.Length, stop) + more <= machine.Readers.TipMegabytes * 1_000_000L;

    public async Task<InboxFile> TakeInAsync(IFormFile file, DateOnly day, CancellationToken stop)
    {
        await using var content = file.OpenReadStream();
        using var incoming = await files.ReceiveAsync(content, MostMegabytes * 1_000_000L, stop);
        incoming.Keep();
        File.SetLastWriteTimeUtc(files.PathOf(incoming.Hash), day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        return new(incoming.Hash, NameOf(file.FileName), incoming.Length);
    }

    public string? Find(InboxFile file) => files.Has(file.FileHash) ? files.PathOf(file.FileHash) : null;

    /// <summary>Takes the bytes away that no message has any more. Those of today stay: their message may be on its way.</summary>
    public async Task SweepAsync(Newspaper newspaper, DateOnly today, CancellationToken stop)
    {
        if (!Directory.Exists(folder)) return;
        var wanted = await newspaper.InboxFiles.Select(row => row.FileHash).Distinct().ToHashSetAsync(stop);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var day = DateOnly.FromDateTime(File.GetLastWriteTimeUtc(path));
            if (!wanted.Contains(Path.GetFileName(path)) && day.AddDays(1) < today) File.Delete(path);
        }
    }

    /// <summary>Takes these bytes away now, but for those that another message has.</summary>
    public async Task DestroyAsync(IReadOnlyCollection<string> hashes, Newspaper newspaper, CancellationToken stop)
    {
        var wanted = await newspaper.InboxFiles.Where(row => hashes.Contains(row.FileHash)).Select(row => row.FileHash).ToHashSetAsync(stop);
        foreach (var hash in hashes.Where(hash => !wanted.Contains(hash))) files.Destroy(hash);
    }

    // What turns text around could make an .exe look like a picture.
    private static string NameOf(string name)
    {
        var plain = new string([.. Path.GetFileName(name.Replace('\\', '/')).Where(letter => !char.IsControl(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format)]).Trim();
        return plain.Length == 0 ? "file" : plain.Length <= 150 ? plain : plain[^150..];
    }
}
