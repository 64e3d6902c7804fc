using Broadsheet.Articles.Reading;
using Broadsheet.Document;
using Broadsheet.Document.Embeds;
using Broadsheet.Document.Rendering;
using Broadsheet.Embeds;
using Broadsheet.Files;
using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Storage;

namespace Broadsheet.Pages;

/// <summary>Draws a text that belongs to no article, with its pictures and files: a plain page, the message.</summary>
public sealed class PlainTexts(Newspaper newspaper, StoryPictures pictures, AllowedEmbeds embeds)
{
    public async Task<Markup> DrawAsync(DraftDocument text, PaperEdition edition, CancellationToken stop)
    {
        var body = text.ForPublication();
        var shown = await pictures.LoadAsync(body.References.Pictures, stop);
        var files = await newspaper.Files.ByPublicIdAsync(body.References.Files, stop);
        return new(new PageRenderer(new Parts(shown, files, await embeds.ReadAsync(stop), edition)).Render(body));
    }

    private sealed class Parts(LoadedPictures pictures, IReadOnlyDictionary<Guid, StoredFile> files, EmbedProviders embeds, PaperEdition edition) : IDocumentParts
    {
        public PicturePart? Picture(Guid id) => pictures.Part(id, edition.Language, null);

        public ArticlePart? Article(Guid id) => null;

        public FilePart? File(Guid id) => files.GetValueOrDefault(id)?.ToPart();

        public EmbedProviders Embeds => embeds;

        public DocumentWords Words => PaperWords.Of(edition.Language);
    }
}
