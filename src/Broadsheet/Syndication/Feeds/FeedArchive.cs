using Broadsheet.Articles;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Feeds;

/// <summary>Leafs through what a feed held before. Each question is about one month, however large the archive is (promise 36).</summary>
/// <param name="list">The feed's list, of all time or of some, newest first.</param>
internal sealed class FeedArchive(Func<PublishedDuring?, IQueryable<Article>> list, DateTimeOffset now)
{
    /// <summary>The part that a story is in.</summary>
    public async Task<ArchivePart> PartOfAsync(Article story, CancellationToken stop)
    {
        var (moment, days) = (story.PublishedAt!.Value, ArchivePart.Of(story.PublishedAt.Value, 1).Days);
        var place = await list(days).CountAsync(row => row.PublishedAt < moment || (row.PublishedAt == moment && row.Id <= story.Id), stop);
        return ArchivePart.Of(moment, place);
    }

    /// <summary>The stories of a part, newest first, and its neighbours; null where there is none, or where it is still being filled.</summary>
    public async Task<(IReadOnlyList<Article> Stories, ArchivePlace Place)?> ReadAsync(ArchivePart part, CancellationToken stop)
    {
        // As many more as the next part needs to be full.
        var found = await list(part.Days).Reverse().Skip((part.Number - 1) * ArchivePart.Length).Take(2 * ArchivePart.Length).AsNoTracking().ToListAsync(stop);
        var stories = found.Take(ArchivePart.Length).Reverse().ToList();
        if (stories.Count == 0 || !IsClosed(part, stories.Count)) return null;

        return (stories, new(part, await BeforeAsync(part, stop), await AfterAsync(part, found.Count - stories.Count, stop)));
    }

    private async Task<ArchivePart?> BeforeAsync(ArchivePart part, CancellationToken stop)
    {
        if (part.Number > 1) return part with { Number = part.Number - 1 };
        return await list(new(null, part.From)).AsNoTracking().FirstOrDefaultAsync(stop) is { } last ? await PartOfAsync(last, stop) : null;
    }

    private async Task<ArchivePart?> AfterAsync(ArchivePart part, int more, CancellationToken stop)
    {
        if (more > 0) return IsClosed(part, more) ? part with { Number = part.Number + 1 } : null;
        if (await list(new(part.Until, null)).Reverse().AsNoTracking().FirstOrDefaultAsync(stop) is not { } first) return null;
        var next = ArchivePart.Of(first.PublishedAt!.Value, 1);
        return IsClosed(next, await list(next.Days).Take(ArchivePart.Length).CountAsync(stop)) ? next : null;
    }

    // Nothing comes into a month that is over.
    private bool IsClosed(ArchivePart part, int stories) => stories >= ArchivePart.Length || part.Until <= now;
}
