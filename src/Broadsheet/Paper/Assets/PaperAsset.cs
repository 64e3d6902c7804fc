using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Broadsheet.Paper.Assets;

/// <summary>A file that pages refer to. Its address holds a hash of its content, so browsers may keep it for
/// ever; it is compressed once, when it is first asked for (a page with a new stylesheet does not wait for it), and never per request.</summary>
public sealed class PaperAsset
{
    private readonly Lazy<ImmutableArray<byte>> _brotli;
    private readonly Lazy<ImmutableArray<byte>> _gzip;

    public PaperAsset(string name, ImmutableArray<byte> bytes)
    {
        Name = name;
        Bytes = bytes;
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan()).AsSpan(0, 6));
        Address = $"/theme/{Path.GetFileNameWithoutExtension(name)}.{Hash}{Path.GetExtension(name)}";
        ContentType = TypeOf(Path.GetExtension(name));
        _brotli = new(() => [.. ContentCoding.Compress(Bytes.AsSpan(), "br", CompressionLevel.SmallestSize)]);
        _gzip = new(() => [.. ContentCoding.Compress(Bytes.AsSpan(), "gzip", CompressionLevel.SmallestSize)]);
    }

    /// <summary>"paper.css".</summary>
    public string Name { get; }

    public ImmutableArray<byte> Bytes { get; }
    public string Hash { get; }

    /// <summary>"/theme/paper.3f2a9c0d1b4e.css".</summary>
    public string Address { get; }

    public string ContentType { get; }
    public ImmutableArray<byte> Brotli => _brotli.Value;
    public ImmutableArray<byte> Gzip => _gzip.Value;

    // woff2, webp, avif, png and jpeg are compressed already.
    internal bool IsText => ContentType.StartsWith("text/", StringComparison.Ordinal) || ContentType is "image/svg+xml" or "application/json";

    private static string TypeOf(string extension) => extension.ToLowerInvariant() switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".woff2" => "font/woff2",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        ".ico" => "image/x-icon",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };
}
