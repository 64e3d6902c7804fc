using System.Globalization;
using Broadsheet.Document;
using Broadsheet.Document.Rendering;
using Broadsheet.Paper.Views;

namespace Broadsheet.Articles.Reading;

/// <summary>One block of a story's text: a paragraph, a picture, a list.</summary>
/// <param name="paragraph">Which paragraph of the text it is, from 1; 0: it is none.</param>
public sealed class BlockView(Markup html, int paragraph) : View
{
    public Markup Html => html;

    /// <summary>What stands after it says that it does by this; empty after what is no paragraph.</summary>
    public string Slot => paragraph == 0 ? "" : SlotOf(paragraph);

    internal static string SlotOf(int paragraph) => paragraph.ToString(CultureInfo.InvariantCulture);

    internal static IReadOnlyList<BlockView> Of(PublishedDocument body, PageRenderer renderer)
    {
        var paragraphs = 0;
        return [.. body.Content.Select(block => new BlockView(new(renderer.RenderAlone(block)), block is Paragraph ? ++paragraphs : 0))];
    }
}
