using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Broadsheet.Storage.Changes;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Paper.Press;

/// <summary>A made page as bytes, compressed once, with its headers ready to be copied. Never changed; a newer one takes its place.</summary>
public sealed class StoredPage
{
    // Brotli at 5 takes about as long as gzip at 6 and is a sixth smaller; at 11 one page would take a tenth of a second.
    private const int BrotliQuality = 5;
    private const int BrotliWindow = 22;

    internal StoredPage(string name, KeyValuePair<string, StringValues>[] headers, ulong[] reads, int itself, DateTimeOffset? until, long madeAt, DateTimeOffset madeOn)
    {
        (Name, Headers, Reads, ReadItself, Until, MadeOn) = (name, headers, reads, itself, until, madeOn);
        MadeAt = CheckedAt = madeAt;
    }

    /// <summary>A page that was just made.</summary>
    internal static StoredPage Of(string name, IEnumerable<KeyValuePair<string, StringValues>> headers, byte[] body, ReadSet reads, long madeAt, DateTimeOffset now)
    {
        KeyValuePair<string, StringValues>[] all = [.. headers];
        // A feed knows when its newest story changed; of a page it is only known when it was made.
        var said = all.FirstOrDefault(header => header.Key.Equals("Last-Modified", StringComparison.OrdinalIgnoreCase)).Value;
        var itself = reads.NeededItself().Select(Hash).Distinct().ToArray();
        return new(name, all, [.. itself.Union(reads.Needed().Select(Hash))], itself.Length, reads.Until, madeAt, now)
        {
            ETag = $"\"{PageVersion.TagOf(body)}\"",
            LastModified = said.Count > 0 ? said : now.ToString("r", System.Globalization.CultureInfo.InvariantCulture),
            Gzip = GzipOf(body),
            Brotli = BrotliOf(body),
        };
    }

    /// <summary>The same page, of which it is known only now that it is as a fresh one would be.</summary>
    /// <param name="count">Of changes, up to which it is known.</param>
    internal StoredPage MadeAgainAt(long count) => new(Name, Headers, Reads, ReadItself, Until, count, MadeOn) { ETag = ETag, LastModified = LastModified, Gzip = Gzip, Brotli = Brotli };

    public string Name { get; }

    /// <summary>Identity is what the rare client without gzip gets: decompressed then, and not kept.</summary>
    public required byte[] Gzip { get; init; }

    public required byte[] Brotli { get; init; }
    public required StringValues ETag { get; init; }
    public required StringValues LastModified { get; init; }
    public DateTimeOffset MadeOn { get; }

    /// <summary>What it was made from, as hashes: two things with one hash cost a needless making, never an old page.</summary>
    internal ulong[] Reads { get; }

    /// <summary>How many of them, the first, are what the page itself is about; the others stand beside it, as on every page.</summary>
    internal int ReadItself { get; }

    internal DateTimeOffset? Until { get; }
    internal KeyValuePair<string, StringValues>[] Headers { get; }

    /// <summary>The count of changes when its making began.</summary>
    internal long MadeAt { get; }

    /// <summary>The count of changes up to which it is known to be as a fresh one would be.</summary>
    internal long CheckedAt;

    internal long Hits;
    internal bool WasUsed;

    internal long Size => Gzip.Length + Brotli.Length + Reads.Length * 8L + 2000;

    internal byte[] Identity()
    {
        using var stream = new GZipStream(new MemoryStream(Gzip), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }

    internal static ulong Hash(string key) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static byte[] GzipOf(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.Optimal)) stream.Write(body);
        return compressed.ToArray();
    }

    private static byte[] BrotliOf(byte[] body)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, compressed, out var length, BrotliQuality, BrotliWindow) ? compressed[..length] : throw new InvalidOperationException("Brotli did not take the page.");
    }
}
