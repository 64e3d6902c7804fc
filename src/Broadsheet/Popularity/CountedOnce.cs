using Broadsheet.Machine;

namespace Broadsheet.Popularity;

/// <summary>One rule for all that is counted of readers, whom nobody knows: reads, messages seen, links followed.</summary>
public sealed class CountedOnce(ReaderKeys keys, RecentReads recent, Robots robots, MachineSettings machine, TimeProvider clock)
{
    /// <summary>
    /// The moment at which a request counts for a thing. Null: it does not, because this is a staging copy, whose counts stay as they were copied; because a robot asks, or a
    /// browser fetches ahead of anybody who has seen it; or because the same reader asked within half an hour.
    /// </summary>
    public DateTimeOffset? At(HttpContext http, Guid thing)
    {
        var (now, userAgent) = (clock.GetUtcNow(), http.Request.Headers.UserAgent.ToString());
        if (machine.Staging || robots.Include(userAgent) || http.Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.Ordinal)) return null;
        return recent.IsNew(keys.Of(http.Connection.RemoteIpAddress, userAgent, thing, now), now) ? now : null;
    }
}
