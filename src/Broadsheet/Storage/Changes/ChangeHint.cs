using Broadsheet.Machine;
using Npgsql;

namespace Broadsheet.Storage.Changes;

/// <summary>
/// On PostgreSQL, tells other nodes that there is something new to look for, so that they need not wait for their next look. A hint
/// and no more: what is lost is found by <see cref="ChangePoll"/>. It is sent after the commit and on a connection of its own, since
/// a NOTIFY inside a transaction takes a lock of the whole server when that commits.
/// </summary>
internal sealed partial class ChangeHint(MachineSettings machine, ChangeFeed feed, ChangePoll poll, ILogger<ChangeHint> log) : AfterStart
{
    private const string Channel = "broadsheet_changes";

    // Changes that come close together are one hint.
    private static readonly TimeSpan Gathered = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    // Not disposed: it holds nothing, and a change may still be committed when the program ends.
    private readonly SemaphoreSlim _news = new(0);
    private bool _isCut;

    protected override async Task WorkAsync(CancellationToken stop)
    {
        feed.CommittedHere += Note;
        await Task.WhenAll(AgainAndAgainAsync(SendAsync, stop), AgainAndAgainAsync(ListenAsync, stop));
        feed.CommittedHere -= Note;
    }

    private void Note()
    {
        if (_news.CurrentCount == 0) _news.Release();
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
                // Once for each time that it is cut, not every two seconds of it.
                if (!_isCut) Cut(problem);
                _isCut = true;
                await OffTheSocket.RestAsync(AfterFailure, stop);
            }
        }
    }

    private async Task SendAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var hint = new NpgsqlCommand($"NOTIFY {Channel}", connection);
        while (true)
        {
            await _news.WaitAsync(stop);
            await hint.ExecuteNonQueryAsync(stop);
            await Task.Delay(Gathered, stop);
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        connection.Notification += (_, _) => poll.Wake();
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(stop);
        // What was sent before it listened is looked for once.
        poll.Wake();
        while (true) await connection.WaitAsync(stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Hints of changes are cut off; other nodes’ changes are found at the next look instead")]
    private partial void Cut(Exception problem);
}
