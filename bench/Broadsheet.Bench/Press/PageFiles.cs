using System.IO.Compression;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Bench.Press;

/// <summary>A page as our server sent it with gzip, whole with its headers.</summary>
internal sealed record BenchPage(byte[] Gzip, Dictionary<string, StringValues> Headers);

/// <summary>Pages of our server as files: what nginx and the bare handler serve are the same bytes and the same headers.</summary>
internal static class PageFiles
{
    // The server writes these itself.
    private static readonly string[] Own = ["Date", "Content-Length", "Transfer-Encoding", "Server", "Connection"];

    /// <summary>Asks for every path and leaves what nginx and the bare handler need.</summary>
    internal static async Task WriteAsync(HttpClient client, IEnumerable<string> paths, string folder)
    {
        var pages = new Dictionary<string, Dictionary<string, string>>();
        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "gzip" } } };
            using var answer = await client.SendAsync(request);
            var gzip = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            var file = FileOf(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file + ".gz", gzip);
            // gzip_static wants the plain file to be there as well.
            await using (var plain = File.Create(file)) await new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress).CopyToAsync(plain);
            pages[path] = answer.Headers.Concat(answer.Content.Headers).Where(header => !Own.Contains(header.Key)).ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "pages.json"), JsonSerializer.Serialize(pages));
        await File.WriteAllLinesAsync(Path.Combine(folder, "headers.conf"), pages.First().Value.Where(header => !NginxWrites(header.Key)).Select(header => $"add_header {header.Key} {JsonSerializer.Serialize(header.Value, Plain)};"));
    }

    internal static async Task<Dictionary<string, BenchPage>> ReadAsync(string folder)
    {
        var pages = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(await File.ReadAllTextAsync(Path.Combine(folder, "pages.json")))!;
        return pages.ToDictionary(page => page.Key, page => new BenchPage(File.ReadAllBytes(FileOf(folder, page.Key) + ".gz"), page.Value.ToDictionary(header => header.Key, header => new StringValues(header.Value))));
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool NginxWrites(string header) => header is "ETag" or "Last-Modified" or "Content-Type" or "Content-Encoding";

    private static string FileOf(string folder, string path) => Path.Combine(folder, "pages", path == "/" ? "index.html" : path.TrimStart('/'));
}
