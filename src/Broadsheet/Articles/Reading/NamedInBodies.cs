using Broadsheet.Document;
using Broadsheet.Embeds;
using Broadsheet.Files;
using Broadsheet.Paper;
using Broadsheet.Storage;

namespace Broadsheet.Articles.Reading;

/// <summary>Loads what a body names besides its pictures: other stories, files, and from where embeds may come.</summary>
public sealed class NamedInBodies(Newspaper newspaper, StoryViews stories, AllowedEmbeds embeds)
{
    /// <param name="shown">The body's pictures that may be shown.</param>
    /// <param name="published">When the story went out; null: it did not.</param>
    internal async Task<BodyParts> LoadAsync(References named, LoadedPictures shown, PaperEdition edition, DateTimeOffset? published, CancellationToken stop)
    {
        var linked = await stories.NamedAsync(named.Articles, edition, stop);
        var files = await newspaper.Files.ByPublicIdAsync(named.Files, stop);
        return new(shown, linked.ToDictionary(story => Guid.Parse(story.Id)), files, await embeds.ReadAsync(stop), edition, published);
    }
}
