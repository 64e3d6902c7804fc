using System.Globalization;
using Broadsheet.Paper.Edge;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Paper.Press;

/// <summary>Puts a page on the wire: its headers, and its bytes in the coding that the reader's browser takes.</summary>
internal static class PageDelivery
{
    private static readonly StringValues Gzip = "gzip";
    private static readonly StringValues Brotli = "br";
    private static readonly StringValues Vary = "Accept-Encoding";

    /// <param name="isFresh">What the shared cache in front of us may keep.</param>
    internal static Task SendAsync(StoredPage page, bool isFresh, IHttpRequestFeature request, IFeatureCollection features, EdgeHeaders edge)
    {
        var response = features.GetRequiredFeature<IHttpResponseFeature>();
        var headers = response.Headers;
        foreach (var (name, value) in page.Headers) headers[name] = value;
        headers.ETag = page.ETag;
        headers.LastModified = page.LastModified;
        headers.Vary = Vary;
        edge.Write(headers, page, isFresh);

        if (IsKnown(page, request.Headers))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            headers.ContentType = default;
            return Task.CompletedTask;
        }

        var bytes = Encoded(page, request.Headers.AcceptEncoding, headers);
        headers.ContentLength = bytes.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : WriteAsync(bytes, features);
    }

    internal static Task SendAsync(CapturedAnswer answer, IHttpRequestFeature request, IFeatureCollection features, EdgeHeaders edge)
    {
        if (answer.Failure is { } failure) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);

        var response = features.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) response.Headers[name] = value;
        edge.Write(response.Headers, answer);
        response.Headers.ContentLength = answer.Body.Length;
        return HttpMethods.IsHead(request.Method) || answer.Body.Length == 0 ? Task.CompletedTask : WriteAsync(answer.Body, features);
    }

    private static Task WriteAsync(byte[] bytes, IFeatureCollection features)
    {
        var writing = features.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(bytes);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    private static byte[] Encoded(StoredPage page, StringValues accepted, IHeaderDictionary headers)
    {
        if (accepted.Count > 0 && Takes(accepted, "br"))
        {
            headers.ContentEncoding = Brotli;
            return page.Brotli;
        }
        if (accepted.Count > 0 && Takes(accepted, "gzip"))
        {
            headers.ContentEncoding = Gzip;
            return page.Gzip;
        }
        return page.Identity();
    }

    // RFC 9110, 12.5.3. A weight of nought refuses; other weights do not matter between two that are both taken.
    private static bool Takes(StringValues accepted, string coding)
    {
        foreach (var line in accepted)
        {
            var rest = line.AsSpan();
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOf(',');
                var part = (end < 0 ? rest : rest[..end]).Trim();
                rest = end < 0 ? default : rest[(end + 1)..];
                if (!part.StartsWith(coding, StringComparison.OrdinalIgnoreCase)) continue;

                var weight = part[coding.Length..].Trim();
                if (weight.IsEmpty) return true;
                if (weight[0] == ';') return !weight[1..].Trim().StartsWith("q=0") || weight.IndexOfAnyInRange('1', '9') >= 0;
            }
        }
        return false;
    }

    // Weak comparison: a proxy that compressed our page again has marked its tag as weak (RFC 9110, 8.8.3.2).
    private static bool IsKnown(StoredPage page, IHeaderDictionary asked)
    {
        if (asked.IfNoneMatch is not { Count: > 0 } known) return asked.IfModifiedSince is { Count: > 0 } since && !IsNewer(page.LastModified.ToString(), since.ToString());

        var tag = page.ETag.ToString();
        foreach (var line in known)
        {
            if (line is not null && (line.Contains(tag, StringComparison.Ordinal) || line == "*")) return true;
        }
        return false;
    }

    private static bool IsNewer(string modified, string since) =>
        modified != since && (!DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, out var known) || DateTimeOffset.Parse(modified, CultureInfo.InvariantCulture) > known);
}
