using System.IO.Compression;

namespace Broadsheet.Paper.Assets;

/// <summary>Which compression a browser takes, and the headers that say what it got.</summary>
internal static class ContentCoding
{
    /// <summary>"br", "gzip" or null, with Content-Encoding and Vary set.</summary>
    internal static string? Negotiate(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept-Encoding";
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding.Where(coding => coding.Quality is not 0).Select(coding => coding.Value.Value).ToList();
        var coding = accepted.Contains("br") ? "br" : accepted.Contains("gzip") ? "gzip" : null;
        if (coding is not null) context.Response.Headers.ContentEncoding = coding;
        return coding;
    }

    internal static byte[] Compress(ReadOnlySpan<byte> bytes, string? coding, CompressionLevel level)
    {
        if (coding is null) return bytes.ToArray();

        using var compressed = new MemoryStream();
        using (Stream stream = coding == "br" ? new BrotliStream(compressed, level) : new GZipStream(compressed, level)) stream.Write(bytes);
        return compressed.ToArray();
    }
}
