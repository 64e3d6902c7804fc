using Broadsheet.Popularity;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Messages.Counting;

/// <summary>Writes what was seen.</summary>
public sealed class SeenFlush(SeenCounter counter, IServiceScopeFactory scopes, ILogger<SeenFlush> log) : TallyFlush<SeenKey>(counter.Seen, "The counter of messages", TimeSpan.FromSeconds(5), scopes, log)
{
    protected override async Task WriteAsync(IReadOnlyList<KeyValuePair<SeenKey, long>> counts, Newspaper newspaper, CancellationToken stop)
    {
        var named = counts.Select(seen => seen.Key.Message).Distinct().ToList();
        var known = await newspaper.Messages.Where(row => named.Contains(row.PublicId)).ToDictionaryAsync(row => row.PublicId, row => row.Id, stop);
        await newspaper.WriteAsync(async () =>
        {
            foreach (var (key, count) in counts)
                if (known.TryGetValue(key.Message, out var message)) await newspaper.AddToCountAsync(message, key.Day, key.Arm, count, key.IsFirst ? count : 0, 0, stop);
        }, stop);
    }
}
