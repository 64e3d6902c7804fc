using System.Runtime.CompilerServices;
using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Broadsheet.Storage.Outbox;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Search.Index;

/// <summary>
/// Keeps the readers' index true in the transaction that changes what they see, by whatever road it comes: a withdrawn story is found by nobody from
/// the moment at which it is withdrawn. What changes many stories at once (a topic's name) is a job.
/// </summary>
internal sealed class IndexWatch : SaveChangesInterceptor
{
    // Stories whose face changes with the save that is under way; they have their keys only after it.
    private static readonly ConditionalWeakTable<DbContext, List<Article>> Changing = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is Newspaper newspaper) Look(newspaper);
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is Newspaper newspaper && Changing.TryGetValue(newspaper, out var articles))
        {
            Changing.Remove(newspaper);
            await new StoryIndexing(newspaper).UpdateAsync([.. articles.Select(article => article.Id)], cancellationToken);
        }
        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context) Changing.Remove(context);
        return Task.CompletedTask;
    }

    // What changed was found a moment ago (ChangeReader): comparing whole texts once more would cost each autosave.
    private static void Look(Newspaper newspaper)
    {
        newspaper.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var articles = newspaper.ChangeTracker.Entries<Article>().Where(ChangesFace).Select(entry => entry.Entity).ToList();
            if (articles.Count > 0) Changing.AddOrUpdate(newspaper, articles);
            foreach (var topic in newspaper.ChangeTracker.Entries<Topic>().Where(entry => entry.State == EntityState.Modified && OfTopics.Any(name => entry.Property(name).IsModified)).ToList())
                newspaper.Enqueue(new ReindexStories(Topic: topic.Entity.MergedIntoId ?? topic.Entity.Id), DateTimeOffset.UnixEpoch);
            foreach (var who in newspaper.ChangeTracker.Entries<Contributor>().Where(entry => entry.State == EntityState.Modified && Names.Any(name => entry.Property(name).IsModified)).ToList())
                newspaper.Enqueue(new ReindexStories(Contributor: who.Entity.Id), DateTimeOffset.UnixEpoch);
            foreach (var section in newspaper.ChangeTracker.Entries<Section>().Where(entry => entry.State == EntityState.Modified && entry.Property(row => row.Access).IsModified).ToList())
                newspaper.Enqueue(new ReindexStories(Section: section.Entity.Id), DateTimeOffset.UnixEpoch);
        }
        finally
        {
            newspaper.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static readonly string[] Names = [nameof(Contributor.Name), nameof(Contributor.PenName), nameof(Contributor.IsHidden), nameof(Contributor.FormerNames), nameof(Contributor.Translations)];

    private static readonly string[] OfTopics = [nameof(Topic.Name), nameof(Topic.Synonyms), nameof(Topic.MergedIntoId)];

    private static bool ChangesFace(EntityEntry<Article> entry) => entry.State switch
    {
        EntityState.Added => entry.Entity.PublishedVersionId is not null,
        EntityState.Modified => entry.Properties.Any(property => property.IsModified && !property.Metadata.StaysInNewsroom()),
        _ => false,
    };
}

/// <summary>A topic or a contributor has another name, or a section's stories are open to others: the stories with it are indexed again, some at a time.</summary>
internal sealed record ReindexStories(long? Topic = null, long? Contributor = null, long? Section = null, long After = 0);

internal sealed class IndexAgain(Newspaper newspaper, TimeProvider clock) : IJob<ReindexStories>
{
    // A job is one transaction; others must be able to write between two.
    private const int AtOnce = 100;

    public async Task RunAsync(ReindexStories work, string key, CancellationToken stop)
    {
        var ids = await (work.Topic is { } topic ? newspaper.Set<ArticleTopic>().Where(row => row.TopicId == topic).Select(row => row.ArticleId)
            : work.Section is { } section ? newspaper.Articles.Where(row => row.SectionId == section).Select(row => row.Id)
            : newspaper.Set<ArticleContributor>().Where(row => row.ContributorId == work.Contributor).Select(row => row.ArticleId))
            .Where(id => id > work.After).Order().Take(AtOnce).ToListAsync(stop);
        await new StoryIndexing(newspaper).UpdateAsync(ids, stop);
        if (ids.Count == AtOnce) newspaper.Enqueue(work with { After = ids[^1] }, clock.GetUtcNow());
    }
}
