using System.Net;
using Broadsheet.Popularity;

namespace Broadsheet.Messages.Counting;

/// <summary>What was seen on one day, with one lot.</summary>
public readonly record struct SeenKey(Guid Message, DateOnly Day, Arm Arm);

/// <summary>Counts in memory what <see cref="SeenFlush"/> writes, as reads are counted: once in half an hour for a reader, whom nobody knows afterwards.</summary>
public sealed class SeenCounter(ReaderKeys keys, RecentReads recent, TimeProvider clock)
{
    // More between two flushes are invented ones.
    private const int Most = 2_000;

    private readonly Lock _turn = new();
    private Dictionary<SeenKey, (long Seen, long Browsers)> _seen = [];

    /// <param name="isFirst">The browser had not seen it before.</param>
    public void Count(Guid message, Arm arm, bool isFirst, IPAddress? address, string userAgent)
    {
        var now = clock.GetUtcNow();
        if (recent.IsNew(keys.Of(address, userAgent, OfArm(message, arm), now), now)) Add(new(message, DateOnly.FromDateTime(now.UtcDateTime), arm), 1, isFirst ? 1 : 0);
    }

    internal IReadOnlyDictionary<SeenKey, (long Seen, long Browsers)> Take()
    {
        lock (_turn)
        {
            var taken = _seen;
            _seen = [];
            return taken;
        }
    }

    /// <summary>Takes back what could not be written, for the next time.</summary>
    internal void Return(IReadOnlyDictionary<SeenKey, (long Seen, long Browsers)> seen)
    {
        foreach (var (key, count) in seen) Add(key, count.Seen, count.Browsers);
    }

    // Two colleagues behind one address may have drawn different lots.
    private static Guid OfArm(Guid message, Arm arm)
    {
        var bytes = message.ToByteArray();
        bytes[^1] ^= (byte)arm;
        return new(bytes);
    }

    private void Add(SeenKey key, long seen, long browsers)
    {
        lock (_turn)
        {
            if (_seen.TryGetValue(key, out var before)) _seen[key] = (before.Seen + seen, before.Browsers + browsers);
            else if (_seen.Count < Most) _seen[key] = (seen, browsers);
        }
    }
}
