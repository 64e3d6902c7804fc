using Broadsheet.Notices;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Articles.Keys;

/// <summary>
/// Tells whose key a change of the draft cancelled. It stands at the save itself, since there are many roads to a new draft:
/// forms, co-editing, suggestions, the API, changes of many stories.
/// </summary>
internal sealed class KeyWatch : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is Newspaper newspaper)
            foreach (var (draft, before) in Changed(newspaper)) await TellAsync(newspaper, draft, before, cancellationToken);
        return result;
    }

    // What changed was found a moment ago (ChangeReader): comparing whole texts once more would cost each autosave.
    private static List<(ArticleDraft Draft, ArticleContent Before)> Changed(Newspaper newspaper)
    {
        newspaper.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. newspaper.ChangeTracker.Entries<ArticleDraft>().Select(entry => (entry.State, Content: entry.Property(draft => draft.Content), entry.Entity))
                .Where(entry => entry.State == EntityState.Modified && entry.Content.IsModified).Select(entry => (entry.Entity, entry.Content.OriginalValue))];
        }
        finally
        {
            newspaper.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static async Task TellAsync(Newspaper newspaper, ArticleDraft draft, ArticleContent before, CancellationToken stop)
    {
        var (id, by) = (draft.ArticleId, draft.SavedBy);
        var keys = await newspaper.ArticleKeys.AsNoTracking().Where(key => key.ArticleId == id && key.By > 0 && key.By != by)
            .Join(newspaper.ArticleVersions.AsNoTracking(), key => key.VersionId, version => version.Id, (key, version) => new KeyToVersion(key, version)).ToListAsync(stop);
        var givers = keys.Where(row => row.Opens(before) && !row.Opens(draft.Content)).Select(row => row.Key.By).ToHashSet();
        if (givers.Count == 0) return;

        // Its second key has turned: what is out may be corrected with one hand.
        if (await newspaper.Articles.AsNoTracking().SingleAsync(row => row.Id == id, stop) is { IsPublished: true }) return;

        // Undone and done again is told once: until she has seen it, there is nothing new to say.
        var path = $"/newsroom/articles/{id}";
        var waiting = await newspaper.Notices.Where(row => row.Kind == KeyNotices.Cancelled && row.Href == path && row.SeenAt == null && givers.Contains(row.MemberId)).Select(row => row.MemberId).ToListAsync(stop);
        newspaper.Tell(KeyNotices.Cancelled, givers.Except(waiting), await newspaper.SignedAsync(by, stop), draft.Content.Headline, path, draft.SavedAt);
    }
}
