using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>Stories that show a picture to readers, or would when they go out: what is published, scheduled or in a draft, each with the caption it has there.</summary>
internal sealed class PicturesInStories(Newspaper newspaper) : IPictureUses
{
    public async Task<IReadOnlyList<PlaceOfPicture>> OfAsync(Guid picture, CancellationToken stop)
    {
        var shown = await newspaper.Set<PictureUsed>().Where(row => row.Picture == picture).Select(row => row.ArticleId).ToListAsync(stop);
        var places = new SortedDictionary<long, PlaceOfPicture>();
        foreach (var story in await newspaper.Articles.AsNoTracking().Where(row => shown.Contains(row.Id))
            .Select(row => new { Article = row, Version = newspaper.Set<ArticleVersion>().First(version => version.Id == row.PublishedVersionId) }).ToListAsync(stop))
            places[-story.Article.Id] = Place(story.Article, ArticleStateText.Of(story.Article), story.Version.Tombstone is null ? story.Version.Content : null, picture);

        // What was published and not touched since says what its version says; the rest is little beside the archive.
        var drafts = newspaper.Articles.AsNoTracking().Include(row => row.Draft)
            .Where(row => row.PublishedVersionId == null || row.Draft.SavedAt > newspaper.Set<ArticleVersion>().Where(version => version.Id == row.PublishedVersionId).Select(version => version.MadeAt).First());
        await foreach (var story in drafts.AsAsyncEnumerable().WithCancellation(stop))
            if (Of(story.Draft.Content).Contains(picture)) places.TryAdd(-story.Id, Place(story, story.IsPublished ? Text.T("picture.uses.draft") : ArticleStateText.Of(story), story.Draft.Content, picture));
        return [.. places.Values];
    }

    /// <summary>Every picture that a story shows: the one above the text and those in it.</summary>
    internal static HashSet<Guid> Of(ArticleContent content)
    {
        HashSet<Guid> used = [.. content.Body.ForPublication().References.Pictures];
        if (content.LeadPicture is { } lead) used.Add(lead.Picture);
        return used;
    }

    private static PlaceOfPicture Place(Article article, string state, ArticleContent? content, Guid picture)
    {
        var caption = content?.LeadPicture is { } lead && lead.Picture == picture ? lead.Caption : "";
        return new(article.WorkingHeadline.Length > 0 ? article.WorkingHeadline : Text.T("article.untitled"), $"/newsroom/articles/{article.Id}", caption.Length > 0 ? $"{state} · {caption}" : state);
    }
}
