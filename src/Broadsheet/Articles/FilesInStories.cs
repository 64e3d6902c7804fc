using Broadsheet.Accounts;
using Broadsheet.Files;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>Stories that hand a file to readers, or would when they go out: what is published, scheduled or in a draft.</summary>
internal sealed class FilesInStories(Newspaper newspaper) : IFileUses
{
    public async Task<IReadOnlyList<FileUse>> OfAsync(Guid file, Staff staff, CancellationToken stop)
    {
        var found = await InVersionsAsync(file, stop);
        await foreach (var draft in Drafts().AsAsyncEnumerable().WithCancellation(stop))
            if (draft.Content.Body.ForPublication().References.Files.Contains(file)) found[draft.Id] = draft.WorkingHeadline;
        var ids = found.Keys.ToList();
        var visible = (await newspaper.Articles.VisibleTo(staff).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(stop)).ToHashSet();
        // That a file is used must be known to whoever would remove it; by which story, only to who may see that.
        return [.. found.OrderByDescending(story => story.Key).Select(story => !visible.Contains(story.Key)
            ? new FileUse(Text.T("article.somebodyElses"), "")
            : new FileUse(story.Value.Length > 0 ? story.Value : Text.T("article.untitled"), $"/newsroom/articles/{story.Key}"))];
    }

    // An id occurs in the JSON of a body only where the file is named.
    private Task<Dictionary<long, string>> InVersionsAsync(Guid file, CancellationToken stop)
    {
        var id = file.ToString();
        return newspaper.Articles.AsNoTracking()
            .Where(row => newspaper.Set<ArticleVersion>().Any(version => (version.Id == row.PublishedVersionId || version.Id == row.ScheduledVersionId) && version.ContentJson!.Contains(id)))
            .ToDictionaryAsync(row => row.Id, row => row.WorkingHeadline, stop);
    }

    // What was published and not touched since says what its version says; the rest is little beside the archive.
    private IQueryable<DraftInHand> Drafts() => newspaper.Articles.AsNoTracking()
        .Where(row => row.PublishedVersionId == null || row.Draft.SavedAt > newspaper.Set<ArticleVersion>().Where(version => version.Id == row.PublishedVersionId).Select(version => version.MadeAt).First())
        .Select(row => new DraftInHand(row.Id, row.WorkingHeadline, row.Draft.Content));

    private sealed record DraftInHand(long Id, string WorkingHeadline, ArticleContent Content);
}
