using System.Buffers;
using System.Security.Cryptography;

namespace Broadsheet.Storage;

/// <summary>
/// Files by the SHA-256 of their bytes (files/ab/cd/abcd…), kept as they came and never changed.
/// The same bytes twice are one file. A name appears only when its bytes are whole and on the disk.
/// </summary>
public sealed class FileStore(string folder)
{
    private readonly string incoming = Path.Combine(folder, "incoming");

    /// <exception cref="FileTooLargeException">The content is longer than <paramref name="limit"/> bytes; nothing is kept.</exception>
    public async Task<KeptFile> KeepAsync(Stream content, long limit, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(incoming);
        var part = Path.Combine(incoming, Path.GetRandomFileName());
        try
        {
            var (hash, length) = await WriteAsync(content, part, limit, cancellation);
            var path = PathOf(hash);
            var isNew = !File.Exists(path);
            if (isNew)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Move(part, path, overwrite: true);
                FolderSync.Flush(Path.GetDirectoryName(path)!);
            }
            return new KeptFile(hash, length, isNew);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public string PathOf(string hash) =>
        IsHash(hash) ? Path.Combine(folder, hash[..2], hash[2..4], hash)
        : throw new ArgumentException($"'{hash}' is not the hash of a file.", nameof(hash));

    public bool Has(string hash) => File.Exists(PathOf(hash));

    public FileStream Open(string hash) =>
        new(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 4096, FileOptions.Asynchronous);

    /// <summary>Takes the bytes away for good: for an upload that was refused, and for a removal the law demands.</summary>
    public void Destroy(string hash) => File.Delete(PathOf(hash));

    private static async Task<(string Hash, long Length)> WriteAsync(
        Stream content, string path, long limit, CancellationToken cancellation)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        var length = 0L;
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
            {
                length += read;
                if (length > limit) throw new FileTooLargeException(limit);
                sha.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            file.Flush(flushToDisk: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return (Convert.ToHexStringLower(sha.GetHashAndReset()), length);
    }

    // Hashes come in from URLs: nothing else may become a path.
    private static bool IsHash(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);
}

public readonly record struct KeptFile(string Hash, long Length, bool IsNew);

public sealed class FileTooLargeException(long limit) : Exception($"The file is larger than {limit / 1_000_000} MB.")
{
    public long Limit => limit;
}
