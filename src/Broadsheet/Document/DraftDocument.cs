using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using static Broadsheet.Words.Texts;

namespace Broadsheet.Document;

/// <summary>
/// The body as the newsroom works on it. It always fits the schema: the only ways to one are
/// Parse and the readers, and both pass the same check. Public pages take a PublishedDocument.
/// </summary>
[JsonConverter(typeof(DraftDocumentConverter))]
public sealed partial record DraftDocument
{
    private DraftDocument(Nodes<Block> content) => Content = content;

    public Nodes<Block> Content { get; }

    /// <summary>Every block, those inside others included, in reading order.</summary>
    public IEnumerable<Block> AllBlocks => Content.SelectMany(BlockTree.All);

    public References References => References.In(Content);

    /// <summary>A new body: one empty paragraph, because an editor needs a place for the caret.</summary>
    public static DraftDocument Empty => new([new Paragraph(BlockId.New(), [])]);

    /// <exception cref="DocumentException">Names every problem, with its path.</exception>
    public static DraftDocument Parse(string json)
    {
        var limit = Schema.Current.Limits.JsonBytes;
        if (json.Length > limit || Encoding.UTF8.GetByteCount(json) > limit) throw new DocumentException([new("", T("document.tooLarge", ("most", limit)))]);
        try
        {
            using var parsed = JsonDocument.Parse(json, new() { MaxDepth = 128, AllowDuplicateProperties = false });
            return Parse(parsed.RootElement);
        }
        catch (JsonException wrong)
        {
            throw new DocumentException([new("", T("document.notJson", ("why", wrong.Message)))]);
        }
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static DraftDocument Parse(JsonElement json) => Parse(json, BlockId.New);

    internal static DraftDocument Parse(JsonElement json, Func<string> newId)
    {
        var problems = SchemaCheck.Of(json);
        return problems.Count == 0 ? new(new DocumentJsonReader(newId).Read(json)) : throw new DocumentException(problems);
    }

    /// <summary>From blocks made in code: they pass the same check as what comes from outside.</summary>
    /// <exception cref="DocumentException">Names every problem, with its path.</exception>
    public static DraftDocument Of(params ReadOnlySpan<Block> blocks) => Of(BlockId.New, blocks);

    /// <summary>A block whose id is empty gets one.</summary>
    internal static DraftDocument Of(Func<string> newId, params ReadOnlySpan<Block> blocks)
    {
        using var json = JsonDocument.Parse(DocumentJsonWriter.Write(Nodes.Of(blocks)), new() { MaxDepth = 512 });
        return Parse(json.RootElement, newId);
    }

    /// <summary>A paragraph for each part of the text between empty lines.</summary>
    public static DraftDocument OfText(string text)
    {
        var paragraphs = DocumentText.Clean(text.ReplaceLineEndings("\n"))
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => new Paragraph(BlockId.New(), [new TextRun(paragraph)]));
        return new([.. paragraphs.DefaultIfEmpty(new(BlockId.New(), []))]);
    }

    /// <summary>The JSON that Parse reads and the editor works on; the same document gives the same text.</summary>
    public string ToJson() => DocumentJsonWriter.Write(Content);

    /// <summary>What readers may see. The only way from a draft to anything public.</summary>
    public PublishedDocument ForPublication() => PublishedDocument.Of(this);
}
