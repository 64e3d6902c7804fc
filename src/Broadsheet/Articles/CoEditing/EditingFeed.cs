using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.CoEditing;

/// <summary>
/// Tells those who have an article open what was written into it, by whatever road and on whatever node: the log is looked at a few
/// times a second while anybody listens, and at once after a push of this node.
/// </summary>
internal sealed partial class EditingFeed(IServiceScopeFactory scopes, ArticleRooms rooms, TimeProvider clock, ILogger<EditingFeed> log) : AfterStart
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(300);

    /// <summary>How long the log reaches back. A page that comes back later is given the text itself, and its own words are laid beside it.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private bool _isCut;
    private DateTimeOffset _clearedAt;

    protected override async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stop);
                rooms.Sweep();
                await ClearAsync(stop);
                _isCut = false;
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                // Once for each time that it is cut, not at every look.
                if (!_isCut) CannotLook(problem);
                _isCut = true;
            }
            await rooms.RestAsync(Every, stop);
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        if (rooms.Open is not { Count: > 0 } open) return;

        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var ids = open.Select(room => room.Article).ToList();
        var revisions = await newspaper.Articles.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Draft.Revision }).ToDictionaryAsync(row => row.Id, row => row.Revision, stop);
        foreach (var room in open.Where(room => revisions.TryGetValue(room.Article, out var revision) && revision != room.Known))
            if (await newspaper.EntriesAsync(room.Article, room.Known, room.Zone, stop) is { } news) room.Tell(news);
    }

    private async Task ClearAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now - _clearedAt < TimeSpan.FromHours(1)) return;

        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var oldest = now - Kept;
        var old = newspaper.DraftLog.Where(row => row.At < oldest);
        if (await old.AnyAsync(stop)) await newspaper.WriteAsync(() => old.ExecuteDeleteAsync(stop), stop);
        _clearedAt = now;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is written into open articles could not be read; it is tried again until it succeeds")]
    private partial void CannotLook(Exception problem);
}
