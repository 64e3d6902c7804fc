using Broadsheet.Document.Embeds;
using Broadsheet.Document.Rendering;
using Broadsheet.Files;
using Broadsheet.Paper;

namespace Broadsheet.Articles.Reading;

/// <summary>Answers a body's renderer with what the page has loaded.</summary>
internal sealed class BodyParts(
    LoadedPictures pictures, Dictionary<Guid, StoryView> stories, IReadOnlyDictionary<Guid, StoredFile> files, EmbedProviders embeds, PaperEdition edition, DateTimeOffset? published) : IDocumentParts
{
    public PicturePart? Picture(Guid id) => pictures.Part(id, edition.Language, published);

    public ArticlePart? Article(Guid id) => stories.GetValueOrDefault(id) is not { } story ? null
        : new(story.Href, story.Headline, story.KindLabel.Length > 0 ? PaperWords.Find(edition.Language, story.KindLabel) : "");

    public FilePart? File(Guid id) => files.GetValueOrDefault(id)?.ToPart();

    public EmbedProviders Embeds => embeds;

    public DocumentWords Words => PaperWords.Of(edition.Language);
}
