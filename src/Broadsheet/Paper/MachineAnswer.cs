using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Paper;

/// <summary>
/// Answers with a file that machines fetch again and again: 304 for those who have it. When it was last changed the press says, which knows when it made it;
/// the newest date inside would go back when a story is withdrawn, and who asks by date would keep it.
/// </summary>
internal static class MachineAnswer
{
    internal static IResult Of(byte[] file, string type) => new ForAll(TypedResults.Bytes(
        file, type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 8))}\"")));

    /// <summary>A file of lines, each with its end.</summary>
    internal static IResult Lines(IEnumerable<string> lines, string type = "text/plain") => Of(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), $"{type}; charset=utf-8");

    // Everybody gets the same, so the press may keep it.
    private sealed class ForAll(IResult answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "public, no-cache";
            return answer.ExecuteAsync(httpContext);
        }
    }

    internal static byte[] Xml(Action<XmlWriter> write)
    {
        using var file = new MemoryStream();
        using (var xml = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true })) write(xml);
        return file.ToArray();
    }

    /// <summary>Without what XML cannot hold: a pasted form feed must not take the whole feed away.</summary>
    internal static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value >= 0x10000 || XmlConvert.IsXmlChar((char)rune.Value)));
}
