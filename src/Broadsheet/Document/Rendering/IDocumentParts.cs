using Broadsheet.Document.Embeds;

namespace Broadsheet.Document.Rendering;

/// <summary>
/// Answers for what a document only names. Whoever renders has loaded everything before (see
/// PublishedDocument.References): renderers never wait. Null means: leave it out.
/// </summary>
public interface IDocumentParts
{
    PicturePart? Picture(Guid id);

    ArticlePart? Article(Guid id);

    FilePart? File(Guid id);

    DocumentWords Words => DocumentWords.English;

    EmbedProviders Embeds => EmbedProviders.Default;
}

/// <summary>
/// A picture ready to print. Url is a rendition every browser shows; Sources are better ones.
/// Credit is printed as it is, e.g. "(Photo: …)".
/// </summary>
public sealed record PicturePart(
    string Url, int Width, int Height, string AltText = "", string Caption = "", string Credit = "", IReadOnlyList<PictureSource>? Sources = null);

/// <summary>A source element: "image/avif" and its srcset with widths.</summary>
public sealed record PictureSource(string Type, string SrcSet);

/// <summary>A story as a box lists it. Kind is the printed label ("Opinion", "Sponsored"), empty for news.</summary>
public sealed record ArticlePart(string Url, string Headline, string Kind = "");

/// <summary>A file to take home, or a recording to hear in the page. Details is what to know before: "PDF, 2.3 MB".</summary>
public sealed record FilePart(string Url, string Title, string Details = "", bool IsAudio = false);

/// <summary>The few words that a renderer adds to the writer's, from the theme's strings. {0} is a provider's name.</summary>
public sealed record DocumentWords(string Related, string LoadEmbed, string OpenEmbed)
{
    public static DocumentWords English { get; } = new("Related", "Load from {0}", "Open at {0}");
}

/// <summary>For documents that name nothing, and for tests.</summary>
public sealed class NoParts : IDocumentParts
{
    public static NoParts Instance { get; } = new();

    public PicturePart? Picture(Guid id) => null;

    public ArticlePart? Article(Guid id) => null;

    public FilePart? File(Guid id) => null;
}
