using System.Text.Json;
using System.Threading.Channels;
using Broadsheet.Storage;

namespace Broadsheet.Articles.CoEditing;

/// <summary>Somebody who has an article open: a page, a name, and where her cursor is. Never saved.</summary>
public sealed record Peer(string Client, long Member, string Name, PeerPlace? At = null);

/// <summary>A cursor or a selection in the body, counted in the text of a revision; or a field.</summary>
public sealed record PeerPlace(long Revision, int Anchor, int Head, string? Field = null);

/// <summary>Those who have one article open, on this node and on others, and what they are told.</summary>
internal sealed class ArticleRoom(long article)
{
    // A page that renews its connection, or loads again, was never gone.
    private static readonly TimeSpan Lingers = TimeSpan.FromSeconds(5), ForgottenAfter = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly List<Channel<string>> _seats = [];
    private readonly Dictionary<string, (Peer Peer, DateTimeOffset Until, bool IsHere)> _peers = [];

    public long Article => article;
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>The last revision that was told.</summary>
    public long Known { get; private set; }

    /// <summary>Counts changes among the peers, for who asks again and again.</summary>
    public int Stamp { get; private set; }

    public bool HasSeats
    {
        get { lock (_lock) return _seats.Count > 0; }
    }

    public bool IsEmpty
    {
        get { lock (_lock) return _seats.Count == 0 && _peers.Count == 0; }
    }

    public IReadOnlyList<Peer> Peers
    {
        get { lock (_lock) return [.. _peers.Values.Select(peer => peer.Peer).OrderBy(peer => peer.Client, StringComparer.Ordinal)]; }
    }

    public IReadOnlyList<Peer> PeersHere
    {
        get { lock (_lock) return [.. _peers.Values.Where(peer => peer.IsHere).Select(peer => peer.Peer)]; }
    }

    /// <summary>A place at which everything is heard from now on. What is missed by who reads too slowly is found by its revision.</summary>
    /// <param name="known">The revision from which the first one here wants to be told.</param>
    public Channel<string> Sit(TimeZoneInfo zone, long known)
    {
        var seat = System.Threading.Channels.Channel.CreateBounded<string>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            if (_seats.Count == 0) (Zone, Known) = (zone, known);
            _seats.Add(seat);
        }
        return seat;
    }

    public void Rise(Channel<string> seat)
    {
        lock (_lock) _seats.Remove(seat);
    }

    public void Tell(EntryList news)
    {
        Known = news.Revision;
        Send(JsonSerializer.Serialize(news, Json.Compact));
    }

    /// <returns>Whether anything is different for those who look.</returns>
    public bool Put(Peer peer, DateTimeOffset now, bool isHere)
    {
        lock (_lock)
        {
            var isNews = !_peers.TryGetValue(peer.Client, out var before) || before.Peer != peer;
            _peers[peer.Client] = (peer, isHere ? DateTimeOffset.MaxValue : now + ForgottenAfter, isHere);
            if (!isNews) return false;
            Stamp++;
        }
        TellPeers();
        return true;
    }

    /// <summary>Its connection ended; unless it comes again at once, it is gone.</summary>
    public void Leave(string client, DateTimeOffset now, bool atOnce)
    {
        lock (_lock)
        {
            if (!_peers.TryGetValue(client, out var peer)) return;
            _peers[client] = peer with { Until = atOnce ? now : now + Lingers };
        }
        if (atOnce) Sweep(now);
    }

    /// <returns>Those who are gone now and were here.</returns>
    public IReadOnlyList<Peer> Sweep(DateTimeOffset now)
    {
        List<(Peer Peer, DateTimeOffset Until, bool IsHere)> gone;
        lock (_lock)
        {
            gone = [.. _peers.Values.Where(peer => peer.Until <= now)];
            foreach (var one in gone) _peers.Remove(one.Peer.Client);
            if (gone.Count == 0) return [];
            Stamp++;
        }
        TellPeers();
        return [.. gone.Where(one => one.IsHere).Select(one => one.Peer)];
    }

    public string PeersNow() => JsonSerializer.Serialize(new { Peers, Stamp }, Json.Compact);

    private void TellPeers() => Send(PeersNow());

    private void Send(string news)
    {
        lock (_lock)
            foreach (var seat in _seats) seat.Writer.TryWrite(news);
    }
}
