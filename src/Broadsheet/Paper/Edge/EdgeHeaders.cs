using Broadsheet.Machine;
using Broadsheet.Paper.Press;
using Broadsheet.Storage.Changes;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Paper.Edge;

/// <summary>
/// What answers tell the shared cache in front of us: their tags, and for how long it may keep them. Without one, nothing. Nothing is
/// promised that a purge could not take back: not of a page that is known to be old, and not by a node that has not heard lately
/// what others changed.
/// </summary>
public sealed class EdgeHeaders(EdgeSettings settings, ChangeFeed feed, TimeProvider clock)
{
    /// <summary>
    /// A purge waits until every node that still gives long lives has heard of the change (<see cref="EdgePurger.Hold"/>): who has not heard for so long
    /// gives brief ones.
    /// </summary>
    internal static readonly TimeSpan Deaf = ChangePoll.Every + TimeSpan.FromMilliseconds(200);

    private const string ForAll = "public, no-cache";
    private const int Revalidate = 60;
    private const int OnError = 24 * 60 * 60;

    private readonly IEdge? _edge = EdgeDrivers.Of(settings);

    /// <summary>Whether a shared cache stands in front.</summary>
    public bool IsOn => _edge is not null;

    /// <summary>Tags an answer that is not a page, such as a picture, with the one list that is touched when it is taken away.</summary>
    /// <param name="list">Begins with <see cref="EdgeTag.AlonePrefix"/>.</param>
    public void TagAlone(HttpResponse response, string list)
    {
        if (_edge is not { } edge) return;
        response.Headers[edge.TagHeader.Name] = EdgeTag.Of([ChangeKey.List(list)], edge.TagHeader.Separator);
    }

    /// <summary>The header that names what a page was made from. None without an edge.</summary>
    internal IEnumerable<KeyValuePair<string, StringValues>> TagsOf(ReadSet reads) => _edge is { } edge
        ? [new(edge.TagHeader.Name, EdgeTag.Of([EdgeTag.ProgramKey, .. reads.Needed()], edge.TagHeader.Separator))]
        : [];

    /// <summary>How long the edge may keep a page.</summary>
    /// <param name="isFresh">False: the last one, given because no fresh one could be made.</param>
    internal void Write(IHeaderDictionary headers, StoredPage page, bool isFresh)
    {
        if (_edge is not { } edge) return;

        if (!isFresh || feed.SinceHeard >= Deaf) edge.Keep(headers, EdgeLife.Brief);
        // What browsers may keep for a day (an icon) the edge may keep as long.
        else if (headers.CacheControl == ForAll) edge.Keep(headers, LifeOf(page));
    }

    /// <summary>
    /// Answers that the press keeps for nobody. "Not found", "gone" and redirects are shared for a second: they say nothing of what would
    /// make them wrong, so they could not be purged, and a story published under that address must be seen. Failures are not kept at all.
    /// </summary>
    internal void Write(IHeaderDictionary headers, CapturedAnswer answer)
    {
        if (_edge is not { } edge) return;

        var caching = answer.Find("Cache-Control");
        if (answer.HasFailed) headers.CacheControl = "no-store";
        else if (caching.Length == 0 || caching.StartsWith("public", StringComparison.Ordinal)) edge.Keep(headers, EdgeLife.Brief);
    }

    // What time alone makes another page (tomorrow's date, rights that end) is not given a second longer.
    private EdgeLife LifeOf(StoredPage page)
    {
        if (page.Until is not { } until) return new(settings.KeepSeconds, Revalidate, OnError);

        var left = (until - clock.GetUtcNow()).TotalSeconds;
        return left > settings.KeepSeconds + Revalidate ? new(settings.KeepSeconds, Revalidate, OnError) : new(Math.Clamp((int)left, 0, settings.KeepSeconds), 0, OnError);
    }
}
