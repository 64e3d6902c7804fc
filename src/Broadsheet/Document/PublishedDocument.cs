using System.Text.Json;
using System.Text.Json.Serialization;

namespace Broadsheet.Document;

/// <summary>The body as readers get it; the only form that pages, feeds, search and the public API take.</summary>
[JsonConverter(typeof(PublishedDocumentConverter))]
public sealed record PublishedDocument
{
    private PublishedDocument(Nodes<Block> content) => Content = content;

    public Nodes<Block> Content { get; }

    /// <summary>Every block, those inside others included, in reading order.</summary>
    public IEnumerable<Block> AllBlocks => Content.SelectMany(BlockTree.All);

    public References References => References.In(Content);

    public static PublishedDocument Nothing { get; } = new([]);

    // What only the newsroom may see (comments, suggestions) is taken out. Empty paragraphs are an editor's habit of spacing; the theme spaces.
    internal static PublishedDocument Of(DraftDocument draft) =>
        new([.. draft.AsItStands().Content.Where(block => block is not TextBlock { Content: var content } || content.Any(inline => inline is TextRun run && !string.IsNullOrWhiteSpace(run.Text)))]);

    /// <summary>Its beginning: so many of its blocks, and what stands in them.</summary>
    public PublishedDocument First(int blocks) => new([.. Content.Take(blocks)]);

    /// <summary>Reads what ToJson wrote.</summary>
    /// <exception cref="DocumentException">Names every problem, with its path.</exception>
    public static PublishedDocument Parse(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && !json.TryGetProperty("content", out _) ? Nothing : DraftDocument.Parse(json).ForPublication();

    public string ToJson() => DocumentJsonWriter.Write(Content);
}
