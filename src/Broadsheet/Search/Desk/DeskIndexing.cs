using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Machine;
using Broadsheet.Pictures;
using Broadsheet.Search.Index;
using Broadsheet.Search.Words;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Desk;

/// <summary>Follows, a few seconds later, what <see cref="DeskWatch"/> wrote down.</summary>
internal sealed class DeskIndexing(IServiceScopeFactory scopes, ILogger<DeskIndexing> log) : Rounds("The newsroom's index", TimeSpan.FromSeconds(3), log)
{
    private const int AtOnce = 20;

    // Whoever writes in the newsroom writes in any language: words stand as they are, and a question asks for what begins so.
    internal static Stems Stems => Stems.Of("und");

    protected override async Task RoundAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await FollowAsync(stop)) { }
    }

    /// <summary>Indexes some of what waits. False: nothing does.</summary>
    internal async Task<bool> FollowAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        if (!await newspaper.DeskWaiting.AsNoTracking().AnyAsync(stop)) return false;

        return await newspaper.WriteAsync(async () =>
        {
            var waiting = await newspaper.DeskWaiting.AsNoTracking().OrderBy(row => row.Kind).ThenBy(row => row.TargetId).Take(AtOnce).ToListAsync(stop);
            foreach (var row in waiting)
            {
                // First: what changes while this is read waits again.
                var (kind, target) = (row.Kind, row.TargetId);
                await newspaper.DeskWaiting.Where(one => one.Kind == kind && one.TargetId == target).ExecuteDeleteAsync(stop);
                await IndexAsync(newspaper, kind, target, stop);
            }
            return waiting.Count == AtOnce;
        }, stop);
    }

    /// <summary>Has everything indexed again, some at a time.</summary>
    internal static Task WaitForAllAsync(Newspaper newspaper, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        await newspaper.Database.ExecuteSqlAsync($"INSERT INTO desk_waiting (kind, target_id) SELECT 'Draft', article_id FROM article_drafts WHERE true ON CONFLICT (kind, target_id) DO NOTHING", stop);
        await newspaper.Database.ExecuteSqlAsync($"INSERT INTO desk_waiting (kind, target_id) SELECT 'Version', id FROM article_versions WHERE true ON CONFLICT (kind, target_id) DO NOTHING", stop);
        await newspaper.Database.ExecuteSqlAsync($"INSERT INTO desk_waiting (kind, target_id) SELECT 'Picture', id FROM pictures WHERE true ON CONFLICT (kind, target_id) DO NOTHING", stop);
    }, stop);

    private static async Task IndexAsync(Newspaper newspaper, DeskKind kind, long target, CancellationToken stop)
    {
        var index = ArticleIndex.Of(newspaper);
        var old = await newspaper.DeskEntries.AsNoTracking().Where(row => row.Kind == kind && row.TargetId == target).Select(row => row.Id).ToListAsync(stop);
        if (old.Count > 0)
        {
            await index.RemoveAsync(newspaper, ArticleIndex.Desk, old, stop);
            await newspaper.DeskEntries.Where(row => old.Contains(row.Id)).ExecuteDeleteAsync(stop);
        }
        if (await TextOfAsync(newspaper, kind, target, stop) is not var (at, text)) return;

        var key = EntryKey.Of(at, target * 4 + (int)kind);
        await newspaper.Database.ExecuteSqlAsync($"INSERT INTO desk_entries (id, kind, target_id, terms) VALUES ({key}, {kind.ToString()}, {target}, {text.Weigh()})", stop);
        await index.PutAsync(newspaper, ArticleIndex.Desk, key, text.Add(MarkOf(kind)), stop);
    }

    internal static string MarkOf(DeskKind kind) => $"_{kind.ToString().ToLowerInvariant()}";

    // Null: it is gone, or its content was destroyed.
    private static async Task<(DateTimeOffset At, IndexedText Text)?> TextOfAsync(Newspaper newspaper, DeskKind kind, long target, CancellationToken stop)
    {
        switch (kind)
        {
            case DeskKind.Draft:
                var draft = await newspaper.Set<ArticleDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.ArticleId == target, stop);
                return draft is null ? null : (draft.SavedAt, Of(draft.Content));
            case DeskKind.Version:
                var version = await newspaper.ArticleVersions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == target, stop);
                return version?.ContentJson is null ? null : (version.MadeAt, Of(version.Content));
            default:
                var picture = await newspaper.Pictures.AsNoTracking().SingleOrDefaultAsync(row => row.Id == target, stop);
                return picture is null ? null : (picture.UploadedAt, new IndexedText(Stems).Add(Place.Head, picture.Headline, 8).Add(Place.Lead, picture.Caption, 4).Add(Place.Body, picture.AltText, 2).Add(Place.Body, picture.SearchText, 1));
        }
    }

    private static IndexedText Of(ArticleContent content)
    {
        var text = new IndexedText(Stems).Add(Place.Head, content.Headline, 8).Add(Place.Head, content.ShortHeadline, 3).Add(Place.Lead, content.Standfirst, 3).Add(Place.Lead, content.Dateline, 1);
        foreach (var byline in content.Bylines) text.Add(Place.Lead, byline.Name, 4);
        foreach (var block in content.Body.ForPublication().AllBlocks)
        {
            if (block is TextBlock words) text.Add(Place.Body, string.Concat(words.Content.Select(inline => inline is TextRun run ? run.Text : "\n")), 1);
            if (block is PictureBlock picture) text.Add(Place.Body, picture.Caption, 1.5);
            if (block is FactBox box) text.Add(Place.Body, box.Title, 2);
        }
        return text;
    }
}
