namespace Broadsheet.Document.Comparing;

public enum LineKind { Paragraph, Heading, PullQuote, Attribution, Quote, ListItem, FactTitle, Fact, Cell, Picture, Caption, AltText, Related, File, Embed, Rule }

/// <summary>A document as it is compared: every text in it one under another, whatever it stands in.</summary>
/// <param name="Key">Names it through both documents: its block's id, and its part of it.</param>
/// <param name="Target">What a picture, a file, a list of stories or an embed names.</param>
internal sealed record Line(string Key, LineKind Kind, Nodes<Inline> Content, string Target = "")
{
    public string Text { get; } = string.Concat(Content.Select(inline => inline is TextRun run ? run.Text : "\n"));

    /// <summary>Of the same make: the second can be read as the first, changed.</summary>
    public bool IsLike(Line other) => Kind == other.Kind;

    public static List<Line> In(Nodes<Block> blocks) => [.. blocks.SelectMany(block => Of(block, LineKind.Paragraph))];

    private static IEnumerable<Line> Of(Block block, LineKind within) => block switch
    {
        PullQuote quote => [new(quote.Id, LineKind.PullQuote, quote.Content), .. Words(quote.Id, LineKind.Attribution, quote.Attribution)],
        Heading heading => [new(heading.Id, LineKind.Heading, heading.Content)],
        TextBlock text => [new(text.Id, within, text.Content)],
        BlockQuote quote => quote.Content.SelectMany(inner => Of(inner, LineKind.Quote)),
        ListBlock list => list.Items.SelectMany(item => item.Content).SelectMany(inner => Of(inner, LineKind.ListItem)),
        TableBlock table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Content).SelectMany(inner => Of(inner, LineKind.Cell)),
        FactBox box => [.. Words(box.Id, LineKind.FactTitle, box.Title), .. box.Content.SelectMany(inner => Of(inner, LineKind.Fact))],
        Gallery gallery => gallery.Pictures.SelectMany(picture => Of(picture, LineKind.Picture)),
        PictureBlock picture => [new(picture.Id, LineKind.Picture, [], picture.Picture.ToString()), .. Words(picture.Id, LineKind.Caption, picture.Caption), .. Words(picture.Id, LineKind.AltText, picture.AltText)],
        RelatedBox related => [new(related.Id, LineKind.Related, [new TextRun(related.Title)], string.Join(' ', related.Articles))],
        FileBlock file => [new(file.Id, LineKind.File, [new TextRun(file.Title)], file.File.ToString())],
        EmbedBlock embed => [new(embed.Id, LineKind.Embed, [new TextRun(embed.Title.Length > 0 ? embed.Title : embed.Url)], embed.Url)],
        RuleBlock rule => [new(rule.Id, LineKind.Rule, [])],
        _ => [],
    };

    private static IEnumerable<Line> Words(string block, LineKind kind, string? text) =>
        string.IsNullOrEmpty(text) ? [] : [new($"{block}/{kind}", kind, [new TextRun(text)])];
}
