namespace Broadsheet.Storage;

/// <summary>Bytes that came in and are still to be looked at. Disposing throws them away unless they were kept.</summary>
public sealed class IncomingFile(string path, string hash, long length, string destination) : IDisposable
{
    public string Path => path;
    public string Hash => hash;
    public long Length => length;

    /// <summary>Puts the bytes into the store; afterwards its name survives a power cut.</summary>
    public void Keep()
    {
        var folder = System.IO.Path.GetDirectoryName(destination)!;
        Directory.CreateDirectory(folder);
        if (File.Exists(destination)) return; // The same bytes, by their hash.
        File.Move(path, destination, overwrite: true);
        FolderSync.Flush(folder);
    }

    /// <summary>The first bytes, by which the content is told.</summary>
    public byte[] Head(int count)
    {
        using var file = File.OpenRead(path);
        var head = new byte[Math.Min(count, file.Length)];
        file.ReadExactly(head);
        return head;
    }

    public void Dispose() => File.Delete(path);
}
