using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Broadsheet.Document;
using Broadsheet.Document.Rendering;

namespace Broadsheet.Articles;

/// <summary>The saved body inside the edit page: to be read without script, and as data for the editor.</summary>
internal static class EditArticleBody
{
    // Plain text, a paragraph a block: enough to read what stands saved, without the paper's styles or pictures.
    public static string Read(DraftDocument body) =>
        string.Concat(new PlainTextRenderer(NoParts.Instance).Render(body.ForPublication()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => $"<p dir=\"auto\">{WebUtility.HtmlEncode(paragraph)}</p>"));

    /// <summary>The saved fields, the body and the pictures that they name, for the editor to begin from.</summary>
    public static string Json(EditArticleView view) => JsonSerializer.Serialize(new
    {
        view.Saved.Fields,
        Body = JsonDocument.Parse(view.Article.Draft.Content.Body.ToJson()).RootElement,
        view.Pictures,
        view.Article.Draft.SavedAt,
    }, Options);

    // This encoder escapes <, so no text inside can end the script element that holds it.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
