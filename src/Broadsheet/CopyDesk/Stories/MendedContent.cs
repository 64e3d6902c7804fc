using System.Text.Json.Nodes;
using Broadsheet.Articles;
using Broadsheet.Document;

namespace Broadsheet.CopyDesk.Stories;

/// <summary>A story with what the desk proposes put in the place of the words that it found.</summary>
internal static class MendedContent
{
    /// <summary>Null: the words do not stand there.</summary>
    public static ArticleContent? Of(ArticleContent content, Finding found) => found.Block switch
    {
        "Headline" => In(content.Headline, found) is { } text ? content with { Headline = text } : null,
        "ShortHeadline" => In(content.ShortHeadline, found) is { } text ? content with { ShortHeadline = text } : null,
        "Standfirst" => In(content.Standfirst, found) is { } text ? content with { Standfirst = text } : null,
        "Dateline" => In(content.Dateline, found) is { } text ? content with { Dateline = text } : null,
        "LeadCaption" when content.LeadPicture is { } lead => In(lead.Caption, found) is { } text ? content with { LeadPicture = lead with { Caption = text } } : null,
        "LeadAlt" when content.LeadPicture is { } lead => In(lead.AltText, found) is { } text ? content with { LeadPicture = lead with { AltText = text } } : null,
        _ => InBody(content.Body, found) is { } body ? content with { Body = body } : null,
    };

    private static string? In(string text, Finding found) =>
        text.AsSpan(Math.Min(found.Start, text.Length)).StartsWith(found.Words, StringComparison.Ordinal) ? text.Remove(found.Start, found.Length).Insert(found.Start, found.Fix ?? "") : null;

    private static DraftDocument? InBody(DraftDocument body, Finding found)
    {
        var json = JsonNode.Parse(body.ToJson())!;
        if (Find(json, found.Block) is not { } block) return null;
        var name = found.Place switch { Place.Caption => "caption", Place.AltText => "altText", Place.BoxTitle => "title", _ => null };
        if (name is null)
        {
            if (block["content"] is not JsonArray content || !Mend(content, found)) return null;
        }
        else if (In((string?)block["attrs"]![name] ?? "", found) is { } text) block["attrs"]![name] = text;
        else return null;
        return DraftDocument.Parse(json.ToJsonString());
    }

    private static JsonNode? Find(JsonNode node, string block)
    {
        if ((string?)node["attrs"]?["id"] == block) return node;
        return node["content"] is JsonArray content ? content.Select(child => Find(child!, block)).FirstOrDefault(found => found is not null) : null;
    }

    private static bool Mend(JsonArray content, Finding found)
    {
        if (In(string.Concat(content.Select(inline => (string?)inline?["text"] ?? "\n")), found) is null) return false;
        RunText.Replace(content, [(found.Start, found.Length, found.Fix ?? "")]);
        return true;
    }
}
