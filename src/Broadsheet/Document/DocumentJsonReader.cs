using System.Text.Json;

namespace Broadsheet.Document;

/// <summary>Records from JSON that SchemaCheck has passed. Missing and repeated ids are replaced.</summary>
internal sealed class DocumentJsonReader(Func<string> newId)
{
    private readonly HashSet<string> ids = [];

    public Nodes<Block> Read(JsonElement document) => Blocks(document);

    private Nodes<Block> Blocks(JsonElement node) => [.. Content(node).Select(Block)];

    private static JsonElement.ArrayEnumerator Content(JsonElement node) =>
        node.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array ? content.EnumerateArray() : default;

    private Block Block(JsonElement json)
    {
        var node = new Attributes(json);
        var id = Id(node);
        return json.GetProperty("type").GetString() switch
        {
            "paragraph" => new Paragraph(id, Inlines(json), node.Text("dir")),
            "heading" => new Heading(id, node.Number("level", 2), Inlines(json), node.Text("dir")),
            "pullQuote" => new PullQuote(id, Inlines(json), node.Clean("attribution") ?? "", node.Text("dir")),
            "blockquote" => new BlockQuote(id, Blocks(json)),
            "bulletList" => new BulletList(id, Items(json)),
            "orderedList" => new OrderedList(id, Items(json), node.Number("start", 1)),
            "picture" => Picture(id, node),
            "gallery" => new Gallery(id, [.. Content(json).Select(Block).Cast<PictureBlock>()]),
            "table" => new TableBlock(id, [.. Content(json).Select(Row)]),
            "rule" => new RuleBlock(id),
            "factBox" => new FactBox(id, node.Clean("title") ?? "", Blocks(json)),
            "relatedBox" => new RelatedBox(id, node.Clean("title") ?? "", node.Uuids("articles")),
            "file" => new FileBlock(id, node.Uuid("file"), node.Clean("title") ?? ""),
            "embed" => new EmbedBlock(id, node.Text("url")!, node.Clean("provider") ?? "link", node.Clean("title") ?? ""),
            var type => throw new InvalidOperationException($"schema.json knows {type}, its reader does not"),
        };
    }

    private static PictureBlock Picture(string id, Attributes node) => new(
        id, node.Uuid("picture"), node.Clean("caption"), node.Clean("altText"),
        Enum.Parse<PictureSize>(node.Text("size") ?? nameof(PictureSize.Column), ignoreCase: true));

    private Nodes<ListItem> Items(JsonElement list) => [.. Content(list).Select(item => new ListItem(Blocks(item)))];

    private TableRow Row(JsonElement row) => new([.. Content(row).Select(Cell)]);

    private TableCell Cell(JsonElement json)
    {
        var cell = new Attributes(json);
        return new(Blocks(json), json.GetProperty("type").GetString() == "tableHeader", cell.Number("colspan", 1), cell.Number("rowspan", 1));
    }

    private string Id(Attributes node)
    {
        var id = node.Text("id") ?? newId();
        while (!ids.Add(id)) id = newId();
        return id;
    }

    private static Nodes<Inline> Inlines(JsonElement node) => InlineText.Join(Content(node).Select(Inline));

    private static Inline Inline(JsonElement json) => json.GetProperty("type").GetString() switch
    {
        "hardBreak" => new HardBreak(Marks(json)),
        _ => new TextRun(DocumentText.Clean(json.GetProperty("text").GetString()!), Marks(json)),
    };

    private static Nodes<Mark> Marks(JsonElement json) =>
        json.TryGetProperty("marks", out var marks) && marks.ValueKind == JsonValueKind.Array
            ? InlineText.InOrder(marks.EnumerateArray().Select(Mark)) : [];

    private static Mark Mark(JsonElement json)
    {
        var mark = new Attributes(json);
        return json.GetProperty("type").GetString() switch
        {
            "bold" => new BoldMark(),
            "italic" => new ItalicMark(),
            "strike" => new StrikeMark(),
            "subscript" => new SubscriptMark(),
            "superscript" => new SuperscriptMark(),
            "code" => new CodeMark(),
            "link" => new LinkMark(mark.Text("href")!),
            "language" => new LanguageMark(mark.Text("lang")!),
            "date" => new DateMark(mark.Text("date")!),
            "quotation" => new QuotationMark(
                mark.Text("id")!, mark.Clean("speaker") ?? "", mark.Clean("role") ?? "",
                mark.Text("said") is { } said ? SchemaValues.Date(said) : null, mark.Text("source")),
            var type => throw new InvalidOperationException($"schema.json knows the mark {type}, its reader does not"),
        };
    }

    private readonly struct Attributes(JsonElement node)
    {
        private readonly JsonElement attrs = node.TryGetProperty("attrs", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;

        private JsonElement? Value(string name) =>
            attrs.ValueKind == JsonValueKind.Object && attrs.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

        public string? Text(string name) => Value(name)?.GetString();

        public string? Clean(string name) => Text(name) is { } text ? DocumentText.Clean(text) : null;

        public int Number(string name, int otherwise) => Value(name)?.GetInt32() ?? otherwise;

        public Guid Uuid(string name) => Value(name)!.Value.GetGuid();

        public Nodes<Guid> Uuids(string name) => Value(name) is { } list ? [.. list.EnumerateArray().Select(member => member.GetGuid())] : [];
    }
}
