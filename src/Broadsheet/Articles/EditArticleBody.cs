using System.Net;
using Broadsheet.Document;
using Broadsheet.Document.Rendering;

namespace Broadsheet.Articles;

/// <summary>The saved body inside the edit page: to be read without script, and as data for the editor.</summary>
internal static class EditArticleBody
{
    // Plain text, a paragraph a block: enough to read what stands saved, without the paper's styles or pictures.
    public static string Read(DraftDocument body) =>
        string.Concat(PlainTextRenderer.Render(body.ForPublication()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => $"<p dir=\"auto\">{WebUtility.HtmlEncode(paragraph)}</p>"));

    // No text inside can end the script element that holds it.
    public static string Json(DraftDocument body) => body.ToJson().Replace("<", "\\u003c", StringComparison.Ordinal);
}
