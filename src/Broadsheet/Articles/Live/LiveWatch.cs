using System.Collections.Concurrent;
using Broadsheet.Paper.Press;

namespace Broadsheet.Articles.Live;

/// <summary>
/// Begins a look at the paper after each act and keeps what it saw for as long as an editor may ask. In memory: what is lost with
/// the process is looked at again, by whoever asks. No act waits for it, and none fails with it.
/// </summary>
public sealed partial class LiveWatch(IServiceScopeFactory scopes, PagePress press, TimeProvider clock, ILogger<LiveWatch> log) : IAsyncDisposable
{
    /// <summary>How long after an act somebody may ask how it went.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // Each editor has one story in hand; this many looks at once are somebody's script.
    private const int Most = 100;

    private readonly ConcurrentDictionary<long, LiveCheck> _checks = new();
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Looks whether what was just committed reaches the readers.</summary>
    /// <returns>The page of the article, on which it is told.</returns>
    public string Begin(long article)
    {
        // In whole milliseconds, as the address of the page says it.
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        Start(new(article, DateTimeOffset.FromUnixTimeMilliseconds(now), isFromTheAct: true));
        return $"/newsroom/articles/{article}?since={now}";
    }

    /// <summary>The look after an act; another one when it is not known here, or was given up. Null when the act is too long ago.</summary>
    /// <param name="since">As <see cref="Begin"/> wrote it.</param>
    public LiveCheck? Find(long article, long since) => Last(article, since) is { HasEnded: true, IsLive: false } givenUp ? Start(new(article, givenUp.Since, isFromTheAct: false)) : Last(article, since);

    /// <summary>The same, but one that was given up is told of as it ended.</summary>
    public LiveCheck? Last(long article, long since)
    {
        var now = clock.GetUtcNow();
        if (since < (now - Kept).ToUnixTimeMilliseconds() || since > now.ToUnixTimeMilliseconds()) return null;

        var at = DateTimeOffset.FromUnixTimeMilliseconds(since);
        return _checks.TryGetValue(article, out var known) && known.Since >= at ? known : Start(new(article, at, isFromTheAct: false));
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_checks.Values.Select(check => check.Ended));
        _closing.Dispose();
    }

    private LiveCheck? Start(LiveCheck check)
    {
        foreach (var (article, old) in _checks) if (clock.GetUtcNow() - old.Since > Kept) _checks.TryRemove(article, out _);
        if (_checks.Values.Count(one => !one.HasEnded) >= Most) return null;

        _checks[check.Article] = check;
        var stop = _closing.Token;
        _ = Task.Run(() => RunAsync(check, stop), CancellationToken.None);
        return check;
    }

    private async Task RunAsync(LiveCheck check, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var places = await scope.ServiceProvider.GetRequiredService<LivePlaces>().OfAsync(check.Article, stop);
            await check.RunAsync(places, scope.ServiceProvider.GetRequiredService<PublicPages>(), press, stop);
        }
        catch (Exception problem)
        {
            if (!stop.IsCancellationRequested) Stumbled(problem, check.Article);
        }
        finally
        {
            check.End();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether article {Article} is live could not be looked at")]
    private partial void Stumbled(Exception problem, long article);
}
