using System.Collections.Concurrent;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Popularity;

/// <summary>
/// Tells stored pages when the ranking that they show became another one. Looked at after reads were written: without new reads
/// the order stays, since every story cools alike. Every node ranks for itself, so this is told to nobody else.
/// </summary>
public sealed class PopularWatch(PopularStories rankings, ChangeFeed feed, IServiceScopeFactory scopes, TimeProvider clock)
{
    // What pages show at the most, with room for stories that a page shows elsewhere.
    private const int Shown = 30;

    /// <summary>Popular stands on every page: told more often than this, it would have all of them made anew all the time.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<long, (string Order, DateTimeOffset ToldAt)> _known = new();

    public async Task LookAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        foreach (var edition in await newspaper.Editions.Select(row => row.Id).ToListAsync(stop)) await LookAsync(edition);
    }

    private async Task LookAsync(long edition)
    {
        var order = new List<long>();
        foreach (var window in Enum.GetValues<PopularWindow>()) order.AddRange((await rankings.InAsync(new(edition, null, window))).Take(Shown));

        var (now, text) = (clock.GetUtcNow(), string.Join(' ', order));
        if (_known.TryGetValue(edition, out var known) && (known.Order == text || now - known.ToldAt < Shortest)) return;

        _known[edition] = (text, now);
        feed.Tell([ChangeKey.List(PopularStories.ListOf(edition))]);
    }
}
