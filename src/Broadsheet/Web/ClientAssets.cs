using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web;

/// <summary>The newsroom's scripts, styles and fonts, built from client/ and carried inside the program.</summary>
public static class ClientAssets
{
    private const string Prefix = "client/";

    private static readonly FrozenDictionary<string, byte[]> Files = ReadFiles();

    private static readonly FrozenDictionary<string, string> Manifest =
        JsonSerializer.Deserialize<Dictionary<string, string>>(Files["manifest.json"])!.ToFrozenDictionary();

    /// <summary>The address of an asset by its plain name, "newsroom.js"; it changes whenever the content does.</summary>
    public static string Url(string name) => $"/newsroom/assets/{Manifest[name]}";

    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/newsroom/assets/{name}", ["GET", "HEAD"], Get).AllowAnonymous();

    internal static IResult Get(string name, HttpContext http)
    {
        if (!Files.ContainsKey(name) || ContentType(name) is not { } type) return Results.NotFound();

        var (bytes, encoding) = Choose(name, http.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null) http.Response.Headers.ContentEncoding = encoding;

        // The name holds the content's hash, so what a browser keeps can never be stale.
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(bytes, type);
    }

    private static (byte[] Bytes, string? Encoding) Choose(string name, string accepted)
    {
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase) && Files.TryGetValue(name + ".br", out var brotli)) return (brotli, "br");
        if (accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) && Files.TryGetValue(name + ".gz", out var gzip)) return (gzip, "gzip");
        return (Files[name], null);
    }

    private static string? ContentType(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => null,
    };

    private static FrozenDictionary<string, byte[]> ReadFiles()
    {
        var program = Assembly.GetExecutingAssembly();
        return program.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(resource => resource[Prefix.Length..], resource => Read(program, resource));
    }

    private static byte[] Read(Assembly program, string resource)
    {
        using var stream = program.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
