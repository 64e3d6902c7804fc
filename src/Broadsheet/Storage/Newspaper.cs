using System.Text.Json;
using Broadsheet.Storage.Changes;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Storage;

/// <summary>
/// The paper's database. It knows no feature: each brings its tables as <see cref="IEntityTypeConfiguration{TEntity}"/>
/// and its sets as extension members. Saving is always asynchronous and always inside the write lane.
/// </summary>
public abstract partial class Newspaper(DbContextOptions options, Listeners listeners, ChangeReader changes, ChangeFeed feed) : DbContext(options)
{
    private bool _writing;

    /// <summary>True while this context holds the write lane and an open transaction.</summary>
    internal bool IsWriting => _writing;

    /// <summary>
    /// Runs <paramref name="act"/> as one transaction in the write lane. Calls may nest; the outermost commits.
    /// Nothing outside the database (mail, HTTP, files) may be waited for inside.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<Task<T>> act, CancellationToken stop = default)
    {
        if (_writing) return await act();

        using var lane = await EnterWriteLaneAsync(stop);
        await using var transaction = await Database.BeginTransactionAsync(stop);
        _writing = true;
        try
        {
            var result = await act();
            var noted = await WriteTouchedAsync(stop);
            await CommitAsync(transaction, noted, stop);
            return result;
        }
        finally
        {
            _writing = false;
            _touched.Clear();
        }
    }

    /// <inheritdoc cref="WriteAsync{T}(Func{Task{T}}, CancellationToken)"/>
    public Task WriteAsync(Func<Task> act, CancellationToken stop = default) =>
        WriteAsync(async () => { await act(); return true; }, stop);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        WriteAsync(async () =>
        {
            await changes.ReadAsync(this, _touched, cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }, cancellationToken);

    /// <summary>Always throws: a thread must not be held while it waits for the write lane.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: it waits for the write lane without holding a thread.");

    /// <summary>
    /// Notes that something happened. Each listener of <typeparamref name="TEvent"/> gets a job row, saved with the
    /// change that caused it; the worker runs it afterwards, once.
    /// </summary>
    public void Record<TEvent>(TEvent happened, DateTimeOffset now) where TEvent : notnull =>
        RecordTo(listeners.Of(typeof(TEvent)), happened, now);

    /// <summary>The same, for those alone who are told at once: who waits has to do with the world outside, which is told nothing.</summary>
    public void RecordInside<TEvent>(TEvent happened, DateTimeOffset now) where TEvent : notnull =>
        RecordTo(listeners.Of(typeof(TEvent)).Where(listener => listener.Wait == TimeSpan.Zero), happened, now);

    /// <summary>Removes what was recorded of an event that is undone, for every listener who was not told yet. Call it inside WriteAsync, with the undoing.</summary>
    public Task UnrecordAsync<TEvent>(TEvent happened, CancellationToken stop = default) where TEvent : notnull
    {
        var kinds = listeners.Of(typeof(TEvent)).Select(listener => listener.Name).ToList();
        var payload = JsonSerializer.Serialize(happened, Json.Compact);
        return Set<Job>().Where(job => job.DoneAt == null && kinds.Contains(job.Kind) && job.Payload == payload).ExecuteDeleteAsync(stop);
    }

    private void RecordTo<TEvent>(IEnumerable<JobRegistration> told, TEvent happened, DateTimeOffset now) where TEvent : notnull
    {
        var id = Guid.CreateVersion7(now);
        foreach (var listener in told)
            Set<Job>().Add(new Job(listener.Name, JsonSerializer.Serialize(happened, Json.Compact), now + listener.Wait, $"{id:N}/{listener.Name}"));
    }

    /// <summary>Writes a job to be run at <paramref name="dueAt"/>. A job with a key that already exists is refused by the database.</summary>
    public void Enqueue<TJob>(TJob work, DateTimeOffset dueAt, string? key = null) where TJob : notnull =>
        Set<Job>().Add(new Job(typeof(TJob).Name, JsonSerializer.Serialize(work, Json.Compact), dueAt, key ?? Guid.CreateVersion7().ToString("N")));

    /// <summary>Waits for this database's write lane: one writer at a time on SQLite, no waiting on PostgreSQL.</summary>
    protected abstract Task<IDisposable?> EnterWriteLaneAsync(CancellationToken stop);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Newspaper).Assembly);
        modelBuilder.UseSnakeCase();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
}
