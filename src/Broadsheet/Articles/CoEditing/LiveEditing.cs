using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Articles.CoEditing;

/// <summary>
/// GET /newsroom/articles/7/editing: what others write in the article, and who they are, while the page is open. A WebSocket; where
/// none passes, the same is asked again and again, each answer waiting for news.
/// </summary>
public static class LiveEditing
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/articles/{id:long}/editing", Get).Requires(Permission.WriteArticles);

    internal static async Task<IResult> Get(long id, [AsParameters] Listening listening, Staff staff, Newspaper newspaper, [FromServices] ArticleRooms rooms, IHostApplicationLifetime lifetime, HttpContext http)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        if (await newspaper.Articles.ForReadingAsync(id, staff, ending.Token) is not { } article) return Results.NotFound();
        if (listening.Client is not { Length: >= 8 and <= 40 }) throw new RefusalException(Text.T("editing.noClient"));
        var zone = await newspaper.ZoneOfAsync(article, ending.Token);
        // What was read of the article is of no use in an hour of listening.
        newspaper.ChangeTracker.Clear();

        var (room, seat) = rooms.Sit(id, zone, listening.After);
        var peer = new Peer(listening.Client, staff.By, staff.Name, listening.Place);
        var hasLeft = false;
        try
        {
            if (!listening.IsOnce) rooms.PutHere(room, peer);
            // The seat was taken first, so that nothing can come between.
            var missed = await newspaper.EntriesAsync(id, listening.After, zone, ending.Token);
            if (missed is null) return Results.NotFound();
            if (!http.WebSockets.IsWebSocketRequest) return await AnswerAsync(missed, room, seat.Reader, listening, ending.Token);

            if (!IsOwn(http.Request)) throw new RefusalException(Text.T("problem.antiforgery"), StatusCodes.Status403Forbidden);
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            hasLeft = await new EditingSocket(socket, rooms, room, peer).ServeAsync(missed, seat.Reader, ending.Token);
            return Results.Empty;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return Results.Empty;
        }
        finally
        {
            room.Rise(seat);
            if (!listening.IsOnce) room.Leave(peer.Client, DateTimeOffset.UtcNow, hasLeft);
        }
    }

    private static async Task<IResult> AnswerAsync(EntryList missed, ArticleRoom room, System.Threading.Channels.ChannelReader<string> news, Listening listening, CancellationToken stop)
    {
        if (missed is { Entries: [], Whole: null } && room.Stamp == listening.Stamp && !listening.IsOnce)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(LongestWait);
            try
            {
                // Whatever it is, the page asks for it by what it has.
                await news.WaitToReadAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                // Nothing happened.
            }
        }
        return Results.Json(new Answer(missed.Revision, missed.Entries, missed.Whole, room.Peers, room.Stamp), Json.Compact);
    }

    // A page elsewhere can open a socket with our cookies; its browser says where it stands.
    private static bool IsOwn(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);

    internal sealed record Answer(long Revision, IReadOnlyList<EntryTold> Entries, WholeDraft? Whole, IReadOnlyList<Peer> Peers, int Stamp);
}

/// <param name="After">The revision that the page has.</param>
/// <param name="Client">The page's own name.</param>
/// <param name="Stamp">The state of the peers that it knows; for who asks again and again.</param>
/// <param name="Once">Asks and goes: it is nobody's presence, and waits for nothing.</param>
internal readonly record struct Listening(long After, string Client, int? Stamp = null, long? Revision = null, int? Anchor = null, int? Head = null, string? Field = null, bool? Once = null)
{
    public bool IsOnce => Once == true;

    public PeerPlace? Place => Revision is { } revision ? new(revision, Anchor ?? 0, Head ?? 0, Field is { Length: <= 40 } named ? named : null) : null;
}
