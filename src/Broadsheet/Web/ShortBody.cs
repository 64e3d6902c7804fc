using System.Text;

namespace Broadsheet.Web;

/// <summary>What a page's script sends in a few letters: an id, and a word or two.</summary>
public static class ShortBody
{
    /// <summary>The body as ASCII; null when it says that it is longer. Of one that does not say, no more than that is read.</summary>
    /// <param name="longest">In bytes.</param>
    public static async Task<string?> ReadShortAsync(this HttpRequest request, int longest)
    {
        if (request.ContentLength > longest) return null;
        var buffer = new byte[longest];
        var length = await request.Body.ReadAtLeastAsync(buffer, longest, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return Encoding.ASCII.GetString(buffer, 0, length);
    }
}
