using System.Diagnostics;
using Broadsheet.Paper.Press;

namespace Broadsheet.Articles.Live;

/// <summary>
/// One look, after an act, at every place that shows the story: until what readers get there is what the program makes now, for half
/// a minute at most. What was once right stays so; the next change has a look of its own.
/// </summary>
/// <param name="since">When the act was committed.</param>
/// <param name="isFromTheAct">Whether it began with the act, so that its times are the readers' times.</param>
public sealed class LiveCheck(long article, DateTimeOffset since, bool isFromTheAct)
{
    /// <summary>How long it looks.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile LiveSight[] _sights = [];

    public long Article => article;
    public DateTimeOffset Since => since;
    public bool IsFromTheAct => isFromTheAct;

    /// <summary>Done when all is right, or the patience is used up.</summary>
    public Task Ended => _ended.Task;

    public bool HasEnded => Ended.IsCompleted;
    public IReadOnlyList<LiveSight> Sights => _sights;
    public IReadOnlyList<LiveSight> Late => [.. _sights.Where(sight => sight.After is null)];
    public bool IsLive => HasEnded && _sights.Length > 0 && Late.Count == 0;

    /// <summary>From the act until the last place was right.</summary>
    public TimeSpan Took => _sights.Max(sight => sight.After) ?? TimeSpan.Zero;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_began);

    internal async Task RunAsync(IReadOnlyList<LivePlace> places, PublicPages pages, PagePress press, CancellationToken stop)
    {
        _sights = [.. places.Select(place => new LiveSight(place))];
        var rest = TimeSpan.FromMilliseconds(50);
        while (true)
        {
            _sights = await Task.WhenAll(_sights.Select(sight => sight.After is null ? LookAsync(sight.Place, pages, press, stop) : Task.FromResult(sight)));
            if (Late.Count == 0 || Elapsed > Patience) return;

            await Task.Delay(rest, stop);
            rest = rest * 2 < LongestRest ? rest * 2 : LongestRest;
        }
    }

    internal void End() => _ended.TrySetResult();

    private async Task<LiveSight> LookAsync(LivePlace place, PublicPages pages, PagePress press, CancellationToken stop)
    {
        var found = await pages.FetchAsync(place.Address, stop);
        var came = Elapsed;
        if (found is null) return new(place, Trouble: LiveTrouble.Silent);
        if (place.IsPicture) return new(place, found.IsPicture ? came : null, LiveTrouble.Missing);

        stop.ThrowIfCancellationRequested();
        // Afterwards, so that a change between the two is seen as old and looked at again, never as right.
        var version = await press.VersionNowAsync(place.Path);
        return version.Status >= StatusCodes.Status500InternalServerError ? new(place, Trouble: LiveTrouble.Broken) : new(place, found.Is(version) ? came : null);
    }
}
