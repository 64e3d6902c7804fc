using System.Buffers;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Document.Rendering;

namespace Broadsheet.Review;

/// <summary>A block of a story as it is shown outside and chosen inside.</summary>
/// <param name="Html">As a reader's page would have it, without pictures.</param>
/// <param name="HasQuotation">Somebody is quoted in it: what a source is usually shown.</param>
public sealed record Passage(string Id, string Html, string Text, bool HasQuotation)
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("“”«»„\"");

    public static IReadOnlyList<Passage> Of(ArticleContent content)
    {
        var (page, plain) = (new PageRenderer(NoParts.Instance), new PlainTextRenderer(NoParts.Instance));
        return [.. content.Body.ForPublication().Content
            .Select(block => new Passage(block.Id, page.RenderAlone(block), plain.RenderAlone(block), IsQuotation(block, plain.RenderAlone(block))))
            .Where(passage => passage.Text.Length > 0)];
    }

    /// <summary>Its first words.</summary>
    public string Start => Text.Length <= 140 ? Text : Text[..(Text.LastIndexOf(' ', 140) is > 0 and var end ? end : 140)] + "…";

    private static bool IsQuotation(Block block, string text) =>
        block is BlockQuote or PullQuote || text.AsSpan().ContainsAny(Quotes)
        || (block is TextBlock run && run.Content.Any(inline => inline.Marks.Any(mark => mark is QuotationMark)));
}
