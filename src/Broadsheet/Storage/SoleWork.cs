using System.Data.Common;
using Broadsheet.Machine;

namespace Broadsheet.Storage;

/// <summary>
/// Work that one process of the paper does at a time. What holds it is not a row with a time but something that ends with the process: a lock on a
/// file (SQLite, where all processes are on one machine), a session's advisory lock (PostgreSQL). So a process that is killed frees it in that
/// moment, and one that is merely slow, or was halted and goes on, is never overtaken.
/// </summary>
public sealed class SoleWork(MachineSettings machine)
{
    /// <param name="key">Names the work: lower-case letters, the same in every process.</param>
    /// <returns>Null: another process has it.</returns>
    public Task<SoleHold?> TryBeginAsync(string key, CancellationToken stop) => machine.OnPostgres ? TryLockAsync(key, stop) : Task.FromResult<SoleHold?>(TryFile(key));

    private HeldFile? TryFile(string key)
    {
        try
        {
            return new(new FileStream($"{machine.DatabaseFile}.{key}", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException held) when (held.IsHeldByAnother)
        {
            return null;
        }
    }

    private async Task<SoleHold?> TryLockAsync(string key, CancellationToken stop)
    {
        // Not a pooled connection: that would go back to the pool with the lock still on it.
        var connection = await PlainConnection.OpenAsync(machine, stop);
        try
        {
            await using var ask = connection.CreateCommand();
            // A machine that vanishes without a word is believed gone after half a minute, not after the system's two hours.
            ask.CommandText = "SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; SELECT pg_try_advisory_lock(hashtextextended(@key, 0))";
            var name = ask.CreateParameter();
            (name.ParameterName, name.Value) = ("key", $"broadsheet/{key}");
            ask.Parameters.Add(name);
            if (await ask.ExecuteScalarAsync(stop) is true) return new HeldLock(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    private sealed class HeldFile(FileStream file) : SoleHold
    {
        // The system takes it from nobody who lives.
        public override Task AssureAsync(CancellationToken stop) => Task.CompletedTask;

        public override ValueTask DisposeAsync() => file.DisposeAsync();
    }

    private sealed class HeldLock(DbConnection connection) : SoleHold
    {
        public override async Task AssureAsync(CancellationToken stop)
        {
            await using var ask = connection.CreateCommand();
            ask.CommandText = "SELECT 1";
            await ask.ExecuteScalarAsync(stop);
        }

        public override ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}

/// <summary>The right to do a piece of <see cref="SoleWork"/>, until it is disposed of or the process ends.</summary>
public abstract class SoleHold : IAsyncDisposable
{
    /// <summary>Throws when it was lost, as when the database was away: another may have it by now.</summary>
    public abstract Task AssureAsync(CancellationToken stop);

    public abstract ValueTask DisposeAsync();
}

internal static class HeldFiles
{
    extension(IOException problem)
    {
        // .NET puts the system's own number into HResult: EAGAIN on Linux (11) and macOS (35), ERROR_SHARING_VIOLATION on
        // Windows. A missing folder or a full disk would not get better by waiting.
        internal bool IsHeldByAnother => problem.HResult is 11 or 35 or unchecked((int)0x80070020);
    }
}
