using Broadsheet.Paper.Themes;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Paper.Assets;

public static class ReadAsset
{
    public static void Map(IEndpointRouteBuilder paper) => paper.MapGet("/theme/{file}", Get).ExcludeFromDescription();

    internal static async Task Get(string file, HttpContext context, CurrentTheme theme, PaperStylesheets stylesheets, IPaperLook look)
    {
        var address = "/theme/" + file;
        var current = stylesheets.For(theme.Read(), await look.ReadAsync(context.RequestAborted));
        var asset = stylesheets.At(address) ?? theme.Read().Assets.At(address);
        var isOld = asset is null && file.StartsWith("paper.", StringComparison.Ordinal) && file.EndsWith(".css", StringComparison.Ordinal);

        if (isOld) asset = current;
        if (asset is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await SendAsync(context, asset, isOld ? "public, max-age=60" : "public, max-age=31536000, immutable");
    }

    private static async Task SendAsync(HttpContext context, PaperAsset asset, string caching)
    {
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue($"\"{asset.Hash}\"");
        context.Response.Headers.CacheControl = caching;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(headers.ETag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = asset.ContentType;
        // An SVG opened by itself is a page of its own; it may not run anything.
        if (asset.ContentType == "image/svg+xml") context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

        var bytes = !asset.IsText ? asset.Bytes : ContentCoding.Negotiate(context) switch
        {
            "br" => asset.Brotli,
            "gzip" => asset.Gzip,
            _ => asset.Bytes,
        };
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes.AsMemory(), context.RequestAborted);
    }
}
