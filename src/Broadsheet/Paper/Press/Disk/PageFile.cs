using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Paper.Press.Disk;

/// <summary>
/// A made page as a file of the data folder. Its shape, little-endian: the letters <c>BSP2</c>; 16 bytes that say what program and settings
/// made it; 16 bytes that say which run of it; the count of changes of that run; the row of <c>invalidations</c> up to which it is true, and when that row
/// was made; when the page was made and until when it holds (ticks in UTC, -1: always); name, ETag, Last-Modified, headers; how many hashes are of what it is about itself, and the hashes of all that it was made from;
/// gzip; brotli; and 8 bytes of the SHA-256 of everything before, since a file may have been cut short by a crash.
/// </summary>
/// <param name="Stamp">What program, theme and settings made it.</param>
/// <param name="Run">Which start of the program.</param>
/// <param name="TrueUpTo">Every change up to this one was known when the page was found to be as a fresh one would be.</param>
internal sealed record PageFile(Guid Stamp, Guid Run, Change TrueUpTo, StoredPage Page)
{
    private static readonly byte[] Mark = "BSP2"u8.ToArray();
    private const int CheckLength = 8;

    internal byte[] ToBytes()
    {
        using var stream = new MemoryStream(Page.Gzip.Length + Page.Brotli.Length + 4096);
        using var writer = new BinaryWriter(stream);
        writer.Write(Mark);
        writer.Write(Stamp.ToByteArray());
        writer.Write(Run.ToByteArray());
        writer.Write(Page.MadeAt);
        writer.Write(TrueUpTo.Row);
        writer.Write(TrueUpTo.MadeAt.UtcTicks);
        writer.Write(Page.MadeOn.UtcTicks);
        writer.Write(Page.Until?.UtcTicks ?? -1);
        writer.Write(Page.Name);
        writer.Write(Page.ETag.ToString());
        writer.Write(Page.LastModified.ToString());
        writer.Write(Page.Headers.Length);
        foreach (var (name, value) in Page.Headers)
        {
            writer.Write(name);
            writer.Write(value.ToString());
        }
        writer.Write(Page.ReadItself);
        writer.Write(Page.Reads.Length);
        foreach (var key in Page.Reads) writer.Write(key);
        WriteBytes(writer, Page.Gzip);
        WriteBytes(writer, Page.Brotli);
        writer.Flush();
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)).AsSpan(0, CheckLength));
        return stream.ToArray();
    }

    /// <summary>Null when the bytes are not a whole page of this shape.</summary>
    internal static PageFile? Of(byte[] bytes)
    {
        var content = bytes.AsSpan(0, Math.Max(0, bytes.Length - CheckLength));
        if (!content.StartsWith(Mark) || !SHA256.HashData(content).AsSpan(0, CheckLength).SequenceEqual(bytes.AsSpan(content.Length))) return null;

        using var reader = new BinaryReader(new MemoryStream(bytes, Mark.Length, content.Length - Mark.Length), Encoding.UTF8);
        var (stamp, run) = (new Guid(reader.ReadBytes(16)), new Guid(reader.ReadBytes(16)));
        var madeAt = reader.ReadInt64();
        var trueUpTo = new Change(reader.ReadInt64(), Time(reader.ReadInt64()));
        var (madeOn, until) = (Time(reader.ReadInt64()), reader.ReadInt64());
        var (name, tag, modified) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        var headers = new KeyValuePair<string, StringValues>[reader.ReadInt32()];
        for (var at = 0; at < headers.Length; at++) headers[at] = new(reader.ReadString(), reader.ReadString());
        var itself = reader.ReadInt32();
        var reads = new ulong[reader.ReadInt32()];
        for (var at = 0; at < reads.Length; at++) reads[at] = reader.ReadUInt64();
        return new(stamp, run, trueUpTo, new(name, headers, reads, itself, until < 0 ? null : Time(until), madeAt, madeOn)
        {
            ETag = tag,
            LastModified = modified,
            Gzip = reader.ReadBytes(reader.ReadInt32()),
            Brotli = reader.ReadBytes(reader.ReadInt32()),
        });
    }

    private static void WriteBytes(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
