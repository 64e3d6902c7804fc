using System.Buffers;
using System.Security.Cryptography;

namespace Broadsheet.Storage;

/// <summary>
/// Files by the SHA-256 of their bytes (files/ab/cd/abcd…), kept as they came and never changed.
/// The same bytes twice are one file. A name appears only when its bytes are whole and on the disk.
/// </summary>
public sealed class FileStore(string folder)
{
    private readonly string _incoming = Path.Combine(folder, "incoming");

    /// <summary>Takes bytes in beside the store. They are thrown away unless <see cref="IncomingFile.Keep"/> is called.</summary>
    /// <exception cref="FileTooLargeException">The content is longer than <paramref name="limit"/> bytes.</exception>
    public async Task<IncomingFile> ReceiveAsync(Stream content, long limit, CancellationToken stop = default)
    {
        Directory.CreateDirectory(_incoming);
        var part = Path.Combine(_incoming, Path.GetRandomFileName());
        try
        {
            var (hash, length) = await WriteAsync(content, part, limit, stop);
            return new IncomingFile(part, hash, length, PathOf(hash));
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    public string PathOf(string hash) =>
        IsHash(hash) ? Path.Combine(folder, hash[..2], hash[2..4], hash)
        : throw new ArgumentException($"'{hash}' is not the hash of a file.", nameof(hash));

    public bool Has(string hash) => File.Exists(PathOf(hash));

    /// <summary>The hash of the bytes as they stand now; the same as their name, unless somebody changed them.</summary>
    public async Task<string> HashAsync(string hash, CancellationToken stop = default)
    {
        await using var bytes = File.OpenRead(PathOf(hash));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, stop));
    }

    /// <summary>Takes the bytes away for good, as the law may demand.</summary>
    public void Destroy(string hash) => File.Delete(PathOf(hash));

    private static async Task<(string Hash, long Length)> WriteAsync(Stream content, string path, long limit, CancellationToken stop)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        var length = 0L;
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
            for (int read; (read = await content.ReadAsync(buffer, stop)) > 0;)
            {
                length += read;
                if (length > limit) throw new FileTooLargeException(limit);
                sha.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), stop);
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

public sealed class FileTooLargeException(long limit) : Exception($"The file is larger than {limit / 1_000_000} MB.")
{
    public long Limit => limit;
}
