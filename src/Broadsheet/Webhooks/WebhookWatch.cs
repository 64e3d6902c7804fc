using Broadsheet.Articles;
using Broadsheet.Corrections;
using Broadsheet.Machine;
using Broadsheet.Paper;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Broadsheet.Webhooks;

/// <summary>
/// Writes down who is to be told of an act, and in what words, in the transaction of the act, by whatever road it comes. A job a second
/// later would find the story as it is then: two events would tell the same, and one that was taken back might be told.
/// </summary>
internal sealed class WebhookWatch(PaperOrigin origin, MachineSettings machine, TimeProvider clock) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not Newspaper newspaper || !machine.MayReachOutside) return result;

        var seen = Look(newspaper);
        if (seen.Count == 0) return result;
        var writing = new WebhookWriting(newspaper, origin, TimeSpan.FromSeconds(machine.TakeBackSeconds), clock.GetUtcNow());
        foreach (var act in seen)
        {
            if (act.IsTakenBack) await writing.ForgetAsync(act.Article, cancellationToken);
            else await writing.WriteAsync(act, cancellationToken);
        }
        return result;
    }

    // What changed was found a moment ago (ChangeReader): comparing whole texts once more would cost each autosave.
    private static List<StoryAct> Look(Newspaper newspaper)
    {
        newspaper.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [
                .. newspaper.ChangeTracker.Entries<Article>().Where(entry => entry.State == EntityState.Modified).Select(ActOn).OfType<StoryAct>(),
                .. newspaper.ChangeTracker.Entries<Correction>().Where(IsSaid).Select(entry => new StoryAct(entry.Entity.ArticleId, WebhookEvent.Corrected) { Correction = entry.Entity })];
        }
        finally
        {
            newspaper.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static StoryAct? ActOn(EntityEntry<Article> entry)
    {
        var (article, version, withdrawal) = (entry.Entity, entry.Property(row => row.PublishedVersionId), entry.Property(row => row.Withdrawal));
        var was = version.OriginalValue is not null && withdrawal.OriginalValue is null;
        StoryAct? act = (was, article) switch
        {
            (_, { PublishedAt: null }) => entry.Property(row => row.PublishedAt).OriginalValue is null ? null : new(article.Id, WebhookEvent.Withdrawn) { IsTakenBack = true },
            (false, { IsPublished: true }) => new(article.Id, WebhookEvent.Published),
            (true, { IsPublished: true }) => version.IsModified ? new(article.Id, WebhookEvent.Updated) : null,
            _ => withdrawal.IsModified && article.Withdrawal is not null ? new(article.Id, WebhookEvent.Withdrawn) : null,
        };
        return act is null ? null : act with { Story = article, LeftSection = entry.Property(row => row.SectionId).OriginalValue };
    }

    // A retraction is told of as the withdrawal that made it.
    private static bool IsSaid(EntityEntry<Correction> entry) => entry.Entity.Kind != CorrectionKind.Retraction && entry.State switch
    {
        EntityState.Added => true,
        EntityState.Modified => entry.Property(row => row.Revision).IsModified,
        _ => false,
    };
}

/// <summary>What a save does to a story, as others are told of it.</summary>
/// <param name="Article">Inside key.</param>
internal sealed record StoryAct(long Article, WebhookEvent Happened)
{
    /// <summary>Null: it is not at hand.</summary>
    public Article? Story { get; init; }

    /// <summary>Where it stood before the save.</summary>
    public long? LeftSection { get; init; }

    /// <summary>It never went out, as far as anybody outside knows.</summary>
    public bool IsTakenBack { get; init; }

    public Correction? Correction { get; init; }
}
