using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Broadsheet.Document;

/// <summary>The one JSON form of a document: attributes that have their default value are left out.</summary>
internal sealed class DocumentJsonWriter(Utf8JsonWriter json)
{
    // Not for an HTML page: text stays as it is written, é and Hebrew included.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Nodes<Block> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) new DocumentJsonWriter(json).Document(content);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public void Document(Nodes<Block> content)
    {
        json.WriteStartObject();
        json.WriteString("type", "doc");
        json.WriteStartObject("attrs");
        json.WriteNumber("schema", Schema.Current.Version);
        json.WriteEndObject();
        List(content, Block);
        json.WriteEndObject();
    }

    private void Block(Block block)
    {
        switch (block)
        {
            case Paragraph text: Node("paragraph", block, text.Content, Inline, ("dir", text.Dir)); break;
            case Heading text: Node("heading", block, text.Content, Inline, ("dir", text.Dir), ("level", Unless(2, text.Level))); break;
            case PullQuote text: Node("pullQuote", block, text.Content, Inline, ("dir", text.Dir), ("attribution", Unless("", text.Attribution))); break;
            case BlockQuote quote: Node("blockquote", block, quote.Content, Block); break;
            case BulletList list: Node("bulletList", block, list.Items, Item); break;
            case OrderedList list: Node("orderedList", block, list.Items, Item, ("start", Unless(1, list.Start))); break;
            case Gallery gallery: Node("gallery", block, gallery.Pictures, Block); break;
            case TableBlock table: Node("table", block, table.Rows, Row); break;
            case FactBox box: Node("factBox", block, box.Content, Block, ("title", Unless("", box.Title))); break;
            case RuleBlock: Atom("rule", block); break;
            case RelatedBox box: Atom("relatedBox", block, ("title", Unless("", box.Title)), ("articles", box.Articles.Count == 0 ? null : box.Articles)); break;
            case FileBlock file: Atom("file", block, ("file", file.File), ("title", Unless("", file.Title))); break;
            case EmbedBlock embed: Atom("embed", block, ("url", embed.Url), ("provider", Unless("link", embed.Provider)), ("title", Unless("", embed.Title))); break;
            case PictureBlock picture:
                Atom("picture", block, ("picture", picture.Picture), ("caption", picture.Caption), ("altText", picture.AltText),
                    ("size", Unless("column", picture.Size.ToString().ToLowerInvariant())));
                break;
            default: throw new InvalidOperationException($"No JSON for {block.GetType().Name}");
        }
    }

    private void Item(ListItem item) => Part("listItem", item.Content, Block);

    private void Row(TableRow row) => Part("tableRow", row.Cells, Cell);

    private void Cell(TableCell cell) => Part(
        cell.IsHeader ? "tableHeader" : "tableCell", cell.Content, Block, ("colspan", Unless(1, cell.ColSpan)), ("rowspan", Unless(1, cell.RowSpan)));

    private void Inline(Inline inline)
    {
        json.WriteStartObject();
        json.WriteString("type", inline is TextRun ? "text" : "hardBreak");
        if (inline is TextRun run) json.WriteString("text", run.Text);
        if (inline.Marks.Count > 0)
        {
            json.WriteStartArray("marks");
            foreach (var mark in inline.Marks) Mark(mark);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Mark(Mark mark)
    {
        json.WriteStartObject();
        json.WriteString("type", InlineText.NameOf(mark));
        Attributes(mark switch
        {
            LinkMark link => [("href", link.Href)],
            LanguageMark language => [("lang", language.Lang)],
            DateMark date => [("date", date.Date)],
            QuotationMark said => [
                ("id", said.Id), ("speaker", Unless("", said.Speaker)), ("role", Unless("", said.Role)),
                ("said", said.Said?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("source", said.Source)],
            _ => [],
        });
        json.WriteEndObject();
    }

    private void Node<T>(string type, Block block, Nodes<T> content, Action<T> write, params ReadOnlySpan<(string, object?)> attributes) =>
        Part(type, content, write, [("id", Unless("", block.Id)), .. attributes]);

    private void Atom(string type, Block block, params ReadOnlySpan<(string, object?)> attributes) =>
        Part<Block>(type, [], Block, [("id", Unless("", block.Id)), .. attributes]);

    private void Part<T>(string type, Nodes<T> content, Action<T> write, params ReadOnlySpan<(string, object?)> attributes)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        Attributes(attributes);
        List(content, write);
        json.WriteEndObject();
    }

    private void Attributes(params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        var isOpen = false;
        foreach (var (name, value) in attributes)
        {
            if (value is null) continue;
            if (!isOpen) json.WriteStartObject("attrs");
            isOpen = true;
            switch (value)
            {
                case int number: json.WriteNumber(name, number); break;
                case Guid uuid: json.WriteString(name, uuid); break;
                case Nodes<Guid> uuids:
                    json.WriteStartArray(name);
                    foreach (var uuid in uuids) json.WriteStringValue(uuid);
                    json.WriteEndArray();
                    break;
                default: json.WriteString(name, (string)value); break;
            }
        }

        if (isOpen) json.WriteEndObject();
    }

    private void List<T>(Nodes<T> content, Action<T> write)
    {
        if (content.Count == 0) return;
        json.WriteStartArray("content");
        foreach (var child in content) write(child);
        json.WriteEndArray();
    }

    private static object? Unless<T>(T normal, T value) => Equals(normal, value) ? null : value;
}
