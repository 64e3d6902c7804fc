using Broadsheet.Document.Rendering;
using Broadsheet.Files;
using Broadsheet.Paper;
using Broadsheet.Paper.Themes;

namespace Broadsheet.Articles.Reading;

/// <summary>Answers a body's renderer with what the page has loaded.</summary>
internal sealed class BodyParts(
    LoadedPictures pictures, Dictionary<Guid, StoryView> stories, IReadOnlyDictionary<Guid, StoredFile> files, PaperEdition edition, DateTimeOffset? published) : IDocumentParts
{
    public PicturePart? Picture(Guid id) => pictures.Part(id, edition.Language, published);

    public ArticlePart? Article(Guid id) => stories.GetValueOrDefault(id) is not { } story ? null
        : new(story.Href, story.Headline, story.KindLabel.Length > 0 ? Word(story.KindLabel) : "");

    public FilePart? File(Guid id) => files.GetValueOrDefault(id)?.ToPart();

    public DocumentWords Words => new(Word("embed.related"), Word("embed.load-from"), Word("embed.open-at"));

    private string Word(string key) =>
        CurrentTheme.BuiltIn.Strings.Find(edition.Language, key)!.Print(System.Globalization.CultureInfo.InvariantCulture, name => "{0}", _ => 0);
}
