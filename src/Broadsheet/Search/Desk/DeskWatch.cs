using System.Runtime.CompilerServices;
using Broadsheet.Articles;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Search.Desk;

/// <summary>Writes down, in the transaction that changes a draft, a version or a picture, that the newsroom's index is to follow.</summary>
internal sealed class DeskWatch : SaveChangesInterceptor
{
    private static readonly ConditionalWeakTable<DbContext, List<(DeskKind Kind, Func<long> Id)>> Changing = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is Newspaper newspaper && Changed(newspaper) is { Count: > 0 } changed) Changing.AddOrUpdate(newspaper, changed);
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not Newspaper newspaper || !Changing.TryGetValue(newspaper, out var changed)) return result;

        Changing.Remove(newspaper);
        foreach (var (kind, id) in changed.Select(one => (one.Kind.ToString(), one.Id())).Distinct())
            await newspaper.Database.ExecuteSqlAsync($"INSERT INTO desk_waiting (kind, target_id) VALUES ({kind}, {id}) ON CONFLICT (kind, target_id) DO NOTHING", cancellationToken);
        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context) Changing.Remove(context);
        return Task.CompletedTask;
    }

    // What changed was found a moment ago (ChangeReader): comparing whole texts once more would cost each autosave.
    private static List<(DeskKind, Func<long>)> Changed(Newspaper newspaper)
    {
        newspaper.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return
            [
                .. newspaper.ChangeTracker.Entries<ArticleDraft>().Where(entry => entry.State is EntityState.Added or EntityState.Deleted || entry.Property(row => row.Content).IsModified)
                    .Select(entry => (DeskKind.Draft, (Func<long>)(() => entry.Entity.ArticleId))),
                .. newspaper.ChangeTracker.Entries<ArticleVersion>().Where(entry => entry.State is not EntityState.Unchanged).Select(entry => (DeskKind.Version, (Func<long>)(() => entry.Entity.Id))),
                .. newspaper.ChangeTracker.Entries<Picture>().Where(entry => entry.State is not EntityState.Unchanged).Select(entry => (DeskKind.Picture, (Func<long>)(() => entry.Entity.Id))),
            ];
        }
        finally
        {
            newspaper.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }
}
