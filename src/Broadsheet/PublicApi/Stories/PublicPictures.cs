using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Paper;

namespace Broadsheet.PublicApi.Stories;

/// <summary>Pictures that may be shown elsewhere: credited, with rights that have not ended, and not kept for the paper's own pages.</summary>
internal sealed class PublicPictures(StoryPictures pictures, PaperOrigin origin)
{
    public async Task<LoadedPictures> LoadAsync(IEnumerable<Guid> ids, CancellationToken stop) => (await pictures.LoadAsync(ids, stop)).ForOthers();

    /// <summary>A story's lead picture.</summary>
    public PublicPicture? Of(Article article, LoadedPictures loaded, PaperEdition edition) =>
        loaded.Find(article.LeadPicture, article.SectionId) is var (picture, use) ? PublicPicture.Of(picture, use, edition.Language, article.PublishedAt, origin) : null;
}
