using Broadsheet.Document.Embeds;
using Broadsheet.Document.Rendering;
using Broadsheet.Paper;

namespace Broadsheet.PublicApi.Stories;

/// <summary>The parts of a body with addresses that lead to the paper from anywhere.</summary>
internal sealed class WholeAddresses(IDocumentParts parts, PaperOrigin origin) : IDocumentParts
{
    public PicturePart? Picture(Guid id) => parts.Picture(id) is not { } picture ? null : picture with
    {
        Url = origin.Whole(picture.Url),
        Sources = [.. (picture.Sources ?? []).Select(source => source with { SrcSet = InSet(source.SrcSet, origin) })],
    };

    public ArticlePart? Article(Guid id) => parts.Article(id) is { } story ? story with { Url = origin.Whole(story.Url) } : null;

    public FilePart? File(Guid id) => parts.File(id) is { } file ? file with { Url = origin.Whole(file.Url) } : null;

    public EmbedProviders Embeds => parts.Embeds;

    public DocumentWords Words => parts.Words;

    internal static string InSet(string srcSet, PaperOrigin origin) => string.Join(", ", srcSet.Split(", ").Select(origin.Whole));
}
