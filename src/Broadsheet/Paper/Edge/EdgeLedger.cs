using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Paper.Edge;

/// <summary>
/// How far the edge was told what changed, one row for all nodes: it survives a restart, and whoever saves it first does the work. The
/// rows it speaks of are the <see cref="Invalidation"/>s, written with the changes themselves.
/// </summary>
[StaysInNewsroom]
public sealed class EdgeLedger
{
    // More than a purge can take with its time limit; after it a node that was killed in the middle is forgotten.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    // An edge that asks for more (a date, by a wrong clock) would keep pages old for hours.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    internal EdgeLedger(SeenRows done) => Remember(done);

    private EdgeLedger() { }

    public int Id { get; private set; } = 1;

    /// <summary>Changes with every save: of two nodes that want to purge at once, one may.</summary>
    public Guid Stamp { get; private set; } = Guid.CreateVersion7();

    /// <summary>Every change up to this row was purged.</summary>
    public long Below { get; private set; }

    /// <summary>Rows purged beyond a gap.</summary>
    public IReadOnlyList<long> Above { get; private set; } = [];
    public DateTimeOffset? GapSince { get; private set; }

    /// <summary>It is not known what the edge keeps; all of it is purged at the next turn.</summary>
    public bool NeedsAll { get; private set; } = true;

    /// <summary>A node is at it until then, or was killed.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>After a refusal: not before then.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>How often in a row the edge said no.</summary>
    public int Failures { get; private set; }

    /// <summary>How many requests were free at <see cref="AllowedAt"/>.</summary>
    public double Allowed { get; private set; } = 1000;
    public DateTimeOffset AllowedAt { get; private set; }

    internal SeenRows Done() => new(Below, Above, GapSince);

    internal bool IsFree(DateTimeOffset now) => !(HeldUntil > now) && !(NotBefore > now);

    /// <summary>How many requests may be sent now, with a limit a minute: two fifths at once, the others as time goes by, so that no minute holds more.</summary>
    internal double AllowedNow(int perMinute, DateTimeOffset now)
    {
        var most = Math.Max(1, perMinute * 2 / 5);
        return Math.Min(most, Allowed + Math.Max(0, (now - AllowedAt).TotalMinutes) * Math.Max(1, perMinute - most));
    }

    /// <summary>Takes the turn. The requests count as sent even if the program is killed before they are.</summary>
    /// <param name="allowed">What <see cref="AllowedNow"/> said.</param>
    internal void Begin(int requests, double allowed, DateTimeOffset now)
    {
        (Allowed, AllowedAt) = (allowed - requests, now);
        HeldUntil = now + Turn;
        Stamp = Guid.CreateVersion7();
    }

    internal void Succeed(IEnumerable<long> rows, DateTimeOffset now)
    {
        var done = Done();
        foreach (var row in rows) done.Add(row);
        done.CloseGaps(now);
        Remember(done);
        (HeldUntil, NotBefore, Failures, NeedsAll) = (null, null, 0, false);
        Stamp = Guid.CreateVersion7();
    }

    internal void Fail(TimeSpan? wait, DateTimeOffset now)
    {
        Failures++;
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(Failures, 10)));
        NotBefore = now + (wait is { } asked ? Least(asked, LongestWait) : Least(pause, LongestPause));
        HeldUntil = null;
        Stamp = Guid.CreateVersion7();
    }

    /// <summary>Rows below this one were cleared away before the edge heard of them.</summary>
    internal void LoseTrack(long first)
    {
        Remember(new(first - 1, []));
        NeedsAll = true;
    }

    private void Remember(SeenRows done) => (Below, Above, GapSince) = (done.Below, [.. done.Above], done.GapSince);

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

internal sealed class EdgeLedgerTable : IEntityTypeConfiguration<EdgeLedger>
{
    public void Configure(EntityTypeBuilder<EdgeLedger> ledger)
    {
        ledger.ToTable("edge_ledger");
        ledger.Property(row => row.Id).ValueGeneratedNever();
        ledger.Property(row => row.Stamp).IsConcurrencyToken();
        ledger.Property(row => row.Above).AsJson();
    }
}
