using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Broadsheet.Paper.Assets;
using Broadsheet.Paper.Themes;
using Broadsheet.Paper.Views;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Paper;

/// <summary>Answers a request with a page of the paper.</summary>
public sealed class PaperResult(PaperPage page) : IResult
{
    /// <summary>For the one who asks alone, stored by nobody: a preview.</summary>
    public bool IsPrivate { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var made = await httpContext.RequestServices.GetRequiredService<PageMaker>().MakeAsync(page, UnrecordedReads.Instance, httpContext.RequestAborted);
        var problems = IsStaff(httpContext) ? httpContext.RequestServices.GetRequiredService<CurrentTheme>().Problems() : [];
        var html = problems.Count == 0 ? made.Html : ThemeNotice.Over(made.Html, problems);

        await SendAsync(httpContext, made with { Html = html }, isForAll: problems.Count == 0 && !IsPrivate);
    }

    private static bool IsStaff(HttpContext context) => context.User.Identity?.IsAuthenticated == true;

    private static async Task SendAsync(HttpContext context, MadePage made, bool isForAll)
    {
        var plain = Encoding.UTF8.GetBytes(made.Html);
        var etag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 8))}\"");
        var (request, response) = (context.Request, context.Response);

        response.StatusCode = made.Status;
        response.Headers.ContentSecurityPolicy = made.Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()";
        response.Headers.CacheControl = isForAll ? "public, no-cache" : "private, no-store";
        response.GetTypedHeaders().ETag = etag;
        if (made.Status == StatusCodes.Status200OK && request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(etag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "text/html; charset=utf-8";
        var bytes = ContentCoding.Compress(plain, ContentCoding.Negotiate(context), CompressionLevel.Fastest);
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
