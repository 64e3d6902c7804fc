using Broadsheet.Machine;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Paper.Edge;

/// <summary>
/// Tells the edge what changed. The rows of <c>invalidations</c> are its outbox: written with each change, read here in their order,
/// purged together, and done only when the edge has said yes. Any number of nodes may run one; the ledger lets one of them work.
/// </summary>
public sealed partial class EdgePurger : Rounds
{
    /// <summary>
    /// How old a change must be. Other nodes hear of it within <see cref="EdgeHeaders.Deaf"/>, or say of themselves that they do not; and what
    /// one of them sent just before that is on its way. Purged sooner, the edge could fetch the old page once more and keep it.
    /// </summary>
    internal static readonly TimeSpan Hold = EdgeHeaders.Deaf + TimeSpan.FromMilliseconds(200);

    // So many rows wait only after hours of refusals.
    private const int MostRows = 5000;

    // Where the edge sets no limit: beyond it one purge of everything is less work for everybody.
    private const int MostRequests = 4;

    private readonly Dictionary<long, DateTimeOffset> _met = [];
    private readonly IServiceScopeFactory _scopes;
    private readonly IEdge _edge;
    private readonly int _perMinute;
    private readonly EdgeClient _client;
    private readonly TimeProvider _clock;
    private readonly ILogger<EdgePurger> _log;
    private bool _isTold;

    internal EdgePurger(IServiceScopeFactory scopes, IEdge edge, EdgeSettings settings, EdgeClient client, TimeProvider clock, ILogger<EdgePurger> log)
        : base("Telling the edge what changed", TimeSpan.FromMilliseconds(100), log)
    {
        (_scopes, _edge, _client, _clock, _log) = (scopes, edge, client, clock, log);
        _perMinute = settings.RequestsPerMinute > 0 ? settings.RequestsPerMinute : edge.RequestsPerMinute;
    }

    protected override async Task RoundAsync(CancellationToken stop)
    {
        // Another version of the program may make other pages of the same content.
        if (!_isTold) await TouchAsync(EdgeTag.ProgramKey, stop);
        _isTold = true;
        await PurgeNextAsync(stop);
    }

    /// <summary>Purges what is old enough, together. False when there is nothing to do, or nothing that may be done yet.</summary>
    public async Task<bool> PurgeNextAsync(CancellationToken stop)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var (ledger, now) = (await FindLedgerAsync(newspaper, stop), _clock.GetUtcNow());

        var rows = await FindRipeAsync(newspaper, ledger, now, stop);
        if ((rows.Count == 0 && !ledger.NeedsAll) || !ledger.IsFree(now)) return false;
        // What cannot be sent now is sent with what comes until then.
        var allowed = _perMinute > 0 ? ledger.AllowedNow(_perMinute, now) : MostRequests;
        if (allowed < 1) return false;

        var purge = EdgePurge.Of(rows, ledger.NeedsAll, _edge.MostTags, (int)allowed);
        ledger.Begin(purge.Batches.Count, allowed, now);
        if (!await SaveAsync(newspaper, stop)) return false;

        var answer = await _client.SendAsync(_edge, purge.Batches, stop);
        if (answer.Problem is null) ledger.Succeed(purge.Rows, _clock.GetUtcNow());
        else ledger.Fail(answer.Wait, _clock.GetUtcNow());
        if (answer.Problem is not null) Refused(answer.Problem, ledger.Failures, ledger.NotBefore);
        // Also when we are told to stop: who comes next need not wait for our turn to end.
        return await SaveAsync(newspaper, CancellationToken.None);
    }

    private static async Task<EdgeLedger> FindLedgerAsync(Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Set<EdgeLedger>().SingleOrDefaultAsync(stop) is { } ledger) return ledger;

        // The first start with an edge: it is told to forget everything, and of what changes from now on.
        ledger = newspaper.Add(new EdgeLedger(await newspaper.Set<Invalidation>().SeenUntilNowAsync(stop))).Entity;
        await newspaper.SaveChangesAsync(stop);
        return ledger;
    }

    private async Task<List<(long Id, string Keys)>> FindRipeAsync(Newspaper newspaper, EdgeLedger ledger, DateTimeOffset now, CancellationToken stop)
    {
        var (rows, done) = (newspaper.Set<Invalidation>().AsNoTracking(), ledger.Done());
        var found = (await rows.Where(row => row.Id > done.Below).OrderBy(row => row.Id).Take(MostRows).Select(row => new { row.Id, row.Keys }).ToListAsync(stop))
            .Where(row => !done.Contains(row.Id)).ToList();
        foreach (var known in _met.Keys.Where(done.Contains)) _met.Remove(known);
        if (found.Count == 0) return [];

        // Kept for two days: an edge that refused for longer has missed some.
        if (await rows.MinAsync(row => row.Id, stop) is var first && first > done.Below + 1) ledger.LoseTrack(first);
        return [.. found.Where(row => now - Met(row.Id, now) >= Hold).Select(row => (row.Id, row.Keys))];
    }

    // By our own clock: that of the node which made the change may be another.
    private DateTimeOffset Met(long id, DateTimeOffset now)
    {
        _met.TryAdd(id, now);
        return _met[id];
    }

    private static async Task<bool> SaveAsync(Newspaper newspaper, CancellationToken stop)
    {
        try
        {
            await newspaper.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node took the turn.
            return false;
        }
    }

    private async Task TouchAsync(string key, CancellationToken stop)
    {
        await using var scope = _scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Newspaper>().TouchAsync(key, stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The edge was not purged ({Problem}), for the {Failures}. time; next at {NotBefore}")]
    private partial void Refused(string problem, int failures, DateTimeOffset? notBefore);
}
