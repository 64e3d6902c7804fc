namespace Broadsheet.Newsletters.Issues;

/// <summary>
/// Mailbox providers that ask to be left in peace for a while (421, or another 4xx that is not about one mailbox three times in a row): a minute first, twice as long each
/// time that they still do, an hour at most, until one takes a mail again. How long is known to this process alone; what it holds back is written
/// down, so a restart hurries nobody.
/// </summary>
internal sealed class DomainBrakes(TimeProvider clock)
{
    /// <summary>The name for all of them: our own server asked.</summary>
    public const string All = "";

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromHours(1);
    private const int Enough = 3;
    private readonly Dictionary<string, (DateTimeOffset Until, TimeSpan Wait)> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _putOff = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Whether a domain that put a mail off means us: one mail may be put off for its own sake, as where strangers are (greylisting).</summary>
    /// <param name="isPlain">It said so plainly: 421.</param>
    public bool IsMeant(string domain, bool isPlain)
    {
        lock (_lock) return isPlain | (_putOff[domain] = _putOff.GetValueOrDefault(domain) + 1) >= Enough;
    }

    /// <summary>A domain asked for it.</summary>
    /// <returns>Until when nothing goes there.</returns>
    public DateTimeOffset Slow(string domain)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            // Several were in hand when it began to ask: they are one request.
            if (_held.TryGetValue(domain, out var held) && held.Until > now) return held.Until;

            var wait = held.Wait == default ? First : held.Wait * 2 < Longest ? held.Wait * 2 : Longest;
            _held[domain] = (now + wait, wait);
            return now + wait;
        }
    }

    /// <summary>A domain took a mail, and so did our own server.</summary>
    public void Release(string domain)
    {
        lock (_lock)
        {
            foreach (var one in new[] { domain, All })
            {
                _putOff.Remove(one);
                // What was in hand when another was refused says nothing yet.
                if (_held.TryGetValue(one, out var held) && held.Until <= clock.GetUtcNow()) _held.Remove(one);
            }
        }
    }
}
