namespace Broadsheet.Bench;

/// <summary>Readers who ask for one page after another while something else is measured, at about a set pace.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int Readers = 16;

    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _readers;
    private long _pages;
    private long _failed;

    /// <param name="perSecond">Pages a second, all readers together.</param>
    internal Crowd(IReadOnlyList<HttpClient> nodes, IReadOnlyList<string> paths, int perSecond) =>
        _readers = [.. Enumerable.Range(0, Readers).Select(reader => Task.Run(() => ReadAsync(nodes[reader % nodes.Count], paths, new Random(reader), TimeSpan.FromSeconds((double)Readers / perSecond))))];

    internal long Pages => Interlocked.Read(ref _pages);

    /// <summary>Answers that were no page.</summary>
    internal long Failed => Interlocked.Read(ref _failed);

    private async Task ReadAsync(HttpClient node, IReadOnlyList<string> paths, Random random, TimeSpan pace)
    {
        using var clock = new PeriodicTimer(pace);
        try
        {
            while (await clock.WaitForNextTickAsync(_end.Token))
            {
                using var answer = await node.GetAsync(new Uri(paths[Wanted(random, paths.Count)], UriKind.Relative), _end.Token);
                Interlocked.Increment(ref _pages);
                if (!answer.IsSuccessStatusCode) Interlocked.Increment(ref _failed);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The measuring is over.
        }
    }

    // Zipf's law: the second page is asked for half as often as the first, the tenth a tenth as often.
    private static int Wanted(Random random, int count) => Math.Min(count - 1, (int)Math.Pow(count + 1, random.NextDouble()) - 1);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_readers);
        _end.Dispose();
    }
}
