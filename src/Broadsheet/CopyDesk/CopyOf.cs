using System.Text;
using Broadsheet.Document;

namespace Broadsheet.CopyDesk;

/// <summary>The passages of a document, their offsets as the editor counts them: a line break is one.</summary>
public static class CopyOf
{
    public static List<Passage> Body(DraftDocument body, Func<Guid, (string Caption, string AltText, DateOnly? TakenOn)?>? picture = null)
    {
        var passages = new List<Passage>();
        foreach (var block in body.Content) Add(block, Place.Paragraph, passages, picture);
        return passages;
    }

    private static void Add(Block block, Place place, List<Passage> passages, Func<Guid, (string Caption, string AltText, DateOnly? TakenOn)?>? picture)
    {
        switch (block)
        {
            case Heading heading: passages.Add(Text(heading, Place.Heading)); break;
            case PullQuote quote: passages.Add(Text(quote, Place.PullQuote)); break;
            case TextBlock text: passages.Add(Text(text, place)); break;
            case BlockQuote quote: Inside(quote.Content, Place.Quote); break;
            case ListBlock list:
                foreach (var item in list.Items) Inside(item.Content, Place.ListItem);
                break;
            case TableBlock table:
                foreach (var cell in table.Rows.SelectMany(row => row.Cells)) Inside(cell.Content, Place.Cell);
                break;
            case FactBox box:
                if (box.Title != "") passages.Add(new(box.Id, Place.BoxTitle, box.Title));
                Inside(box.Content, place);
                break;
            case Gallery gallery: Inside(gallery.Pictures, place); break;
            case PictureBlock use:
                var own = picture?.Invoke(use.Picture);
                AddPicture(passages, use.Id, use.Caption ?? own?.Caption ?? "", picture is null ? use.AltText : use.AltText ?? own?.AltText ?? "", own?.TakenOn);
                break;
        }

        void Inside(IEnumerable<Block> content, Place where)
        {
            foreach (var one in content) Add(one, where, passages, picture);
        }
    }

    /// <param name="altText">Null: not known, and not asked about.</param>
    public static void AddPicture(List<Passage> passages, string block, string caption, string? altText, DateOnly? takenOn)
    {
        passages.Add(new(block, Place.Caption, caption) { Picture = new(takenOn) });
        if (altText is not null) passages.Add(new(block, Place.AltText, altText));
    }

    private static Passage Text(TextBlock block, Place place)
    {
        var text = new StringBuilder();
        List<LinkedText> links = [];
        List<MarkedQuotation> quotations = [];
        List<Stretch> dated = [];
        foreach (var inline in block.Content)
        {
            var at = new Stretch(text.Length, inline is TextRun run ? run.Text.Length : 1);
            text.Append(inline is TextRun words ? words.Text : "\n");
            foreach (var mark in inline.Marks)
            {
                if (mark is LinkMark link) links.Add(new(at, link.Href));
                else if (mark is QuotationMark said) quotations.Add(new(at, said.Source is not null, said.Said is not null));
                else if (mark is DateMark) dated.Add(at);
            }
        }

        return new(block.Id, place, text.ToString()) { Links = links, Quotations = quotations, Dated = dated };
    }
}
