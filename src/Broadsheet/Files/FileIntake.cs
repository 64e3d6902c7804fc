using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Files;

/// <summary>Takes files in. The same bytes again are found, not added.</summary>
public sealed class FileIntake(Newspaper newspaper, FileStore files, TimeProvider clock)
{
    /// <exception cref="RefusalException">Neither a PDF nor a recording, or too large; nothing was kept.</exception>
    public async Task<StoredFile> TakeInAsync(Stream content, string fileName, long by, CancellationToken stop = default)
    {
        using var incoming = await ReceiveAsync(content, stop);
        if (FileKinds.Of(incoming.Head(FileKinds.HeadLength)) is not { } kind)
            throw new RefusalException(Text.T("files.problem.kind"), StatusCodes.Status422UnprocessableEntity);

        incoming.Keep();
        var file = new StoredFile(incoming.Hash, kind, incoming.Length, Path.GetFileName(fileName), clock.GetUtcNow(), by);
        try
        {
            return await newspaper.WriteAsync(async () =>
            {
                if (await FindAsync(incoming.Hash, stop) is { } here) return here;
                newspaper.Files.Add(file);
                await newspaper.SaveChangesAsync(stop);
                return file;
            }, stop);
        }
        catch (DbUpdateException)
        {
            // On PostgreSQL two may send the same bytes at once: the unique index lets one in.
            newspaper.Entry(file).State = EntityState.Detached;
            return await FindAsync(incoming.Hash, stop) ?? throw new InvalidOperationException("The file was neither added nor found.");
        }
    }

    private async Task<IncomingFile> ReceiveAsync(Stream content, CancellationToken stop)
    {
        try
        {
            return await files.ReceiveAsync(content, StoredFile.MostBytes, stop);
        }
        catch (FileTooLargeException)
        {
            throw new RefusalException(Text.T("files.problem.size"), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private Task<StoredFile?> FindAsync(string hash, CancellationToken stop) => newspaper.Files.SingleOrDefaultAsync(file => file.FileHash == hash, stop);
}
