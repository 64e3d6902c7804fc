using System.Text.Json;
using System.Threading.Channels;
using Broadsheet.Machine;
using Broadsheet.Storage;
using Npgsql;

namespace Broadsheet.Articles.CoEditing;

/// <summary>
/// On PostgreSQL, tells other nodes who has an article open here and where the cursors are: NOTIFY with the whole message, outside of
/// any transaction, kept nowhere. What is lost is said again within ten seconds. The text goes another way (<see cref="EditingFeed"/>).
/// </summary>
internal sealed partial class EditingWire(MachineSettings machine, ArticleRooms rooms, ILogger<EditingWire> log) : AfterStart
{
    private const string Channel = "broadsheet_editing";

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10), AfterFailure = TimeSpan.FromSeconds(2);

    // A cursor that moves on is told once for all its steps in between.
    private static readonly TimeSpan Gathered = TimeSpan.FromMilliseconds(100);

    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly Channel<Moved> _moved = System.Threading.Channels.Channel.CreateBounded<Moved>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });
    private bool _isCut;

    protected override async Task WorkAsync(CancellationToken stop)
    {
        rooms.MovedHere += Note;
        await Task.WhenAll(AgainAndAgainAsync(SendAsync, stop), AgainAndAgainAsync(ListenAsync, stop));
        rooms.MovedHere -= Note;
    }

    private void Note(long article, Peer peer, bool isThere) => _moved.Writer.TryWrite(new(_node, article, peer, isThere));

    private async Task SendAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection) { Parameters = { new() { Value = Channel }, new() { Value = "" } } };
        var saidAt = DateTimeOffset.UtcNow;
        while (true)
        {
            using (var patience = CancellationTokenSource.CreateLinkedTokenSource(stop))
            {
                patience.CancelAfter(Again);
                try
                {
                    await _moved.Reader.WaitToReadAsync(patience.Token);
                }
                catch (OperationCanceledException) when (!stop.IsCancellationRequested)
                {
                    // Nobody moved.
                }
            }

            var last = new Dictionary<(long, string), Moved>();
            while (_moved.Reader.TryRead(out var moved)) last[(moved.Article, moved.Peer.Client)] = moved;
            if (DateTimeOffset.UtcNow - saidAt >= Again)
            {
                foreach (var room in rooms.All)
                    foreach (var peer in room.PeersHere) last.TryAdd((room.Article, peer.Client), new(_node, room.Article, peer, true));
                saidAt = DateTimeOffset.UtcNow;
            }
            foreach (var moved in last.Values)
            {
                notify.Parameters[1].Value = JsonSerializer.Serialize(moved, Json.Compact);
                await notify.ExecuteNonQueryAsync(stop);
            }
            await Task.Delay(Gathered, stop);
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        connection.Notification += (_, heard) => Hear(heard.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(stop);
        while (true) await connection.WaitAsync(stop);
    }

    private void Hear(string payload)
    {
        if (JsonSerializer.Deserialize<Moved>(payload, Json.Compact) is { } moved && moved.Node != _node) rooms.PutElsewhere(moved.Article, moved.Peer, moved.IsThere);
    }

    private async Task AgainAndAgainAsync(Func<NpgsqlConnection, CancellationToken, Task> act, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(PostgresConnections.To(machine.Database));
                await connection.OpenAsync(stop);
                _isCut = false;
                await act(connection, stop);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                if (!_isCut) Cut(problem);
                _isCut = true;
                await OffTheSocket.RestAsync(AfterFailure, stop);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Who writes on other nodes is not heard for a while; the text is")]
    private partial void Cut(Exception problem);

    private sealed record Moved(string Node, long Article, Peer Peer, bool IsThere);
}
