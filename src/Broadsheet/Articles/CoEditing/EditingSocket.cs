using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Broadsheet.Storage;

namespace Broadsheet.Articles.CoEditing;

/// <summary>
/// One page's connection. It lives for less than a minute and is then opened anew by the page: each opening passes the gate, so that
/// whose session ended, or who may no longer write here, hears nothing a minute later.
/// </summary>
internal sealed class EditingSocket(WebSocket socket, ArticleRooms rooms, ArticleRoom room, Peer peer)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(45);

    // What a page tells is where its cursor is.
    private const int LongestMessage = 1000;

    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    /// <returns>Whether the page said that it is being left, and does not only open the connection anew.</returns>
    public async Task<bool> ServeAsync(EntryList missed, ChannelReader<string> news, CancellationToken stop)
    {
        using var telling = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var heard = HearAsync();
        var told = TellAsync(missed, news, telling.Token);
        await Task.WhenAny(told, heard, Task.Delay(Lifetime, stop));
        await telling.CancelAsync();
        await told;
        await CloseAsync();
        // A receive that is cancelled would cut the line before the page has heard why.
        await Task.WhenAny(heard, Task.Delay(Goodbye, CancellationToken.None));
        return socket.CloseStatusDescription == "left";
    }

    private async Task TellAsync(EntryList missed, ChannelReader<string> news, CancellationToken stop)
    {
        try
        {
            if (missed is not { Entries: [], Whole: null }) await SendAsync(JsonSerializer.Serialize(missed, Json.Compact), stop);
            await SendAsync(room.PeersNow(), stop);
            await foreach (var one in news.ReadAllAsync(stop)) await SendAsync(one, stop);
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException or IOException)
        {
            // Renewed, gone, or the program stops.
        }
    }

    private async Task HearAsync()
    {
        var buffer = new byte[LongestMessage];
        try
        {
            while (true)
            {
                var message = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (message.MessageType == WebSocketMessageType.Close || !message.EndOfMessage) return;
                if (Read(buffer.AsSpan(0, message.Count)) is { } place) rooms.PutHere(room, peer with { At = place });
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            // Gone without a word.
        }
    }

    private static PeerPlace? Read(ReadOnlySpan<byte> message)
    {
        try
        {
            return JsonSerializer.Deserialize<PeerPlace>(message, Json.Compact);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task SendAsync(string text, CancellationToken stop) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, stop);

    private async Task CloseAsync()
    {
        using var patience = new CancellationTokenSource(Goodbye);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "renew", patience.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            // Nobody to say goodbye to.
        }
    }
}
