using System.Threading.Channels;

namespace Broadsheet.Articles.CoEditing;

/// <summary>The articles that somebody has open, as this node knows. Time here is the machine's own, whatever a test does with the paper's clock.</summary>
public sealed class ArticleRooms
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, ArticleRoom> _rooms = [];

    // One word too many is no harm: whoever is woken looks, and rests again.
    private readonly Channel<bool> _woken = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Somebody of this node came, moved or left.</summary>
    internal event Action<long, Peer, bool>? MovedHere;

    /// <summary>Rooms in which somebody of this node listens.</summary>
    internal IReadOnlyList<ArticleRoom> Open => [.. All.Where(room => room.HasSeats)];

    internal IReadOnlyList<ArticleRoom> All
    {
        get { lock (_lock) return [.. _rooms.Values]; }
    }

    internal (ArticleRoom Room, Channel<string> Seat) Sit(long article, TimeZoneInfo zone, long known)
    {
        lock (_lock)
        {
            var room = RoomOf(article);
            return (room, room.Sit(zone, known));
        }
    }

    /// <summary>Names of those who have the article open, each once.</summary>
    public IReadOnlyList<string> NamesIn(long article)
    {
        lock (_lock) return _rooms.TryGetValue(article, out var room) ? [.. room.Peers.Select(peer => peer.Name).Distinct().Order(StringComparer.CurrentCulture)] : [];
    }

    /// <summary>Which of these articles somebody has open, and who.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<string>> NamesIn(IEnumerable<long> articles) =>
        articles.Distinct().Select(article => (article, Names: NamesIn(article))).Where(room => room.Names.Count > 0).ToDictionary(room => room.article, room => room.Names);

    internal void PutHere(ArticleRoom room, Peer peer)
    {
        if (room.Put(peer, DateTimeOffset.UtcNow, isHere: true)) MovedHere?.Invoke(room.Article, peer, true);
    }

    /// <summary>Somebody on another node, as that node says.</summary>
    internal void PutElsewhere(long article, Peer peer, bool isThere)
    {
        lock (_lock)
        {
            if (isThere) RoomOf(article).Put(peer, DateTimeOffset.UtcNow, isHere: false);
            else if (_rooms.TryGetValue(article, out var room)) room.Leave(peer.Client, DateTimeOffset.UtcNow, atOnce: true);
        }
    }

    internal void Sweep()
    {
        foreach (var room in All)
        {
            foreach (var gone in room.Sweep(DateTimeOffset.UtcNow)) MovedHere?.Invoke(room.Article, gone, false);
            lock (_lock)
                if (room.IsEmpty) _rooms.Remove(room.Article);
        }
    }

    private ArticleRoom RoomOf(long article)
    {
        if (!_rooms.TryGetValue(article, out var room)) _rooms[article] = room = new(article);
        return room;
    }

    /// <summary>Something was written: those who listen are told at once and not at the next look.</summary>
    internal void Wake() => _woken.Writer.TryWrite(true);

    /// <summary>Waits until something is written, but not for long.</summary>
    internal async Task RestAsync(TimeSpan most, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(most);
        try
        {
            await _woken.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Nothing was; or the program stops, which the caller sees too.
        }
    }
}
