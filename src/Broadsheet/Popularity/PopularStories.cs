using System.Collections.Concurrent;
using System.Globalization;
using Broadsheet.Settings;
using Broadsheet.Storage;

namespace Broadsheet.Popularity;

/// <summary>
/// The rankings, kept for a few seconds: pages ask for them far more often than they change. Longer where making one
/// takes long, so that ranking never takes more than a twentieth of the time. Who shows a story asks
/// <see cref="Ranking.Rankable"/> again: a withdrawn or barred one is gone at once.
/// </summary>
public sealed class PopularStories(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>More than any page shows, so that some can be left out.</summary>
    private const int Most = 50;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<RankedPlace, Lazy<Task<Ranked>>> _rankings = new();

    /// <summary>The list that a page reads which shows what is popular.</summary>
    public static string ListOf(long edition) => string.Create(CultureInfo.InvariantCulture, $"popular:{edition}");

    private sealed record Ranked(IReadOnlyList<long> Stories, DateTimeOffset GoodUntil);

    /// <summary>Ids of the stories, the hottest first.</summary>
    public async Task<IReadOnlyList<long>> InAsync(RankedPlace place)
    {
        while (true)
        {
            var ranking = _rankings.GetOrAdd(place, Rank);
            try
            {
                var ranked = await ranking.Value;
                if (clock.GetUtcNow() < ranked.GoodUntil) return ranked.Stories;
            }
            catch
            {
                _rankings.TryRemove(new(place, ranking));
                throw;
            }
            _rankings.TryRemove(new(place, ranking));
        }
    }

    private Lazy<Task<Ranked>> Rank(RankedPlace place) => new(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var began = clock.GetTimestamp();
        var settings = await newspaper.SettingAsync<PopularSettings>();
        var stories = await newspaper.RankAsync(place, settings.HalfLifeHours, Most, clock.GetUtcNow(), CancellationToken.None);

        var pause = clock.GetElapsedTime(began) * 20;
        return new Ranked(stories, clock.GetUtcNow() + (pause > Shortest ? pause : Shortest));
    });
}
