using System.Collections.Concurrent;
using Broadsheet.Paper.Edge;
using Broadsheet.Paper.Press.Disk;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Paper.Press;

/// <summary>
/// Makes each page once and gives it to everybody until something it was made from changes. Nothing else in the program
/// knows how: pages are asked of it as a reader would ask, and what they read is noted where it is read.
/// </summary>
public sealed class PagePress
{
    /// <summary>How long a page is good enough when no fresh one can be made: the database is gone (promise 10).</summary>
    private static readonly TimeSpan KeptInNeed = TimeSpan.FromHours(24);

    // A page that changes while it is made is made again; a paper that never stops changing still gets an answer.
    private const int MostTries = 3;

    // Headers that belong to one answer, or that the press writes itself.
    private static readonly HashSet<string> OwnHeaders = new(["ETag", "Content-Length", "Content-Encoding", "Vary", "Date"], StringComparer.OrdinalIgnoreCase);

    // Programs may ask in so many ways that their answers would push out pages: they have a room of their own, beside it.
    private const int ShareOfData = 8;

    private readonly PageStore _data;
    private readonly SharedReads _shared;
    private readonly ConcurrentDictionary<string, Lazy<Task<Made>>> _making = new(StringComparer.Ordinal);
    private readonly MakingTurns _turns = new(Math.Max(2, Environment.ProcessorCount));
    private readonly PressSettings _settings;
    private readonly TimeProvider _clock;
    private readonly EdgeHeaders _edge;
    private readonly PageKeeper _disk;
    private Func<string, ReadSet, Task<CapturedAnswer>>? _ask;
    private long _makings;

    public PagePress(PressSettings settings, ChangeFeed changes, EdgeHeaders edge, PageKeeper disk, TimeProvider clock)
    {
        (_settings, _edge, _disk, _clock, _shared) = (settings, edge, disk, clock, changes.Shared);
        var bytes = settings.MemoryMegabytes * 1024L * 1024;
        (Store, _data) = (new(bytes), new(bytes / ShareOfData));
        changes.Changed += Freshness.Touch;
        changes.LostTrack += Freshness.TouchAll;
    }

    public Freshness Freshness { get; } = new();
    public PageStore Store { get; }

    /// <summary>Pages that cannot be made just now.</summary>
    public PressFailures Failures { get; } = new();

    /// <summary>How many pages were made since the start, for whoever wants to know what was needless.</summary>
    public long Makings => Interlocked.Read(ref _makings);

    /// <summary>Whether a fresh one would be the same: not so of the last page, given because none could be made.</summary>
    internal bool IsFresh(StoredPage page) => Freshness.IsFresh(page, _clock.GetUtcNow());

    /// <summary>Somebody asked for a page that is not there: its path, and the header that says where she came from. Heard at each such request, so it must cost nothing. A program's question is none.</summary>
    public event Action<string, string>? Missed;

    internal void WasMissed(string name, string referrer)
    {
        if (!DataAddress.Is(name)) Missed?.Invoke(PageAddress.Split(name).Path, referrer);
    }

    internal bool IsOn => _settings.MemoryMegabytes > 0 && _ask is not null;

    private PageStore StoreOf(string name) => DataAddress.Is(name) ? _data : Store;

    internal void Attach(Func<string, ReadSet, Task<CapturedAnswer>> ask) => _ask = ask;

    /// <summary>The page, if it is there and as a fresh one would be. Allocates nothing.</summary>
    internal StoredPage? Find(string name)
    {
        if (!StoreOf(name).TryGet(name, out var page) || !Freshness.IsFresh(page, _clock.GetUtcNow())) return null;

        page.WasUsed = true;
        page.Hits++;
        return page;
    }

    /// <summary>The page as it is now: made, waited for while another makes it, or the last one when that takes too long or fails.</summary>
    internal async Task<Made> GetAsync(string name)
    {
        var last = StoreOf(name).TryGet(name, out var known) ? GoodInNeed(known) : null;
        var making = MakeAsync(name);
        if (last is null)
        {
            var first = await making;
            return first.Answer is { HasFailed: true } && GoodInNeed(_disk.FindLast(name)) is { } kept ? new(kept, null) : first;
        }

        try
        {
            // By the machine's clock, whatever a test does with the paper's.
            var made = await making.WaitAsync(_settings.Patience);
            return made.Answer is { HasFailed: true } ? new(last, null) : made;
        }
        catch (TimeoutException)
        {
            return new(last, null);
        }
    }

    /// <summary>When the page was made that readers get while it cannot be made anew. Null: they get an error.</summary>
    public DateTimeOffset? LastMade(string name) => (GoodInNeed(StoreOf(name).TryGet(name, out var known) ? known : null) ?? GoodInNeed(_disk.FindLast(name)))?.MadeOn;

    private StoredPage? GoodInNeed(StoredPage? page) => page is not null && _clock.GetUtcNow() - page.MadeOn < KeptInNeed ? page : null;

    /// <summary>Makes the page, unless it is being made already from what is true now.</summary>
    internal async Task<Made> MakeAsync(string name)
    {
        for (var tries = 1; ; tries++)
        {
            var since = Freshness.Now;
            var mine = new Lazy<Task<Made>>(() => MakeOnceAsync(name));
            var making = _making.GetOrAdd(name, mine);
            Made made;
            try
            {
                made = await making.Value;
            }
            finally
            {
                _making.TryRemove(new(name, making));
            }
            // Somebody else's may have begun before what we know of was changed.
            if (made.Began >= since || tries >= MostTries) return made;
        }
    }

    private async Task<Made> MakeOnceAsync(string name)
    {
        using var turn = await (StoreOf(name).TryGet(name, out var last) ? _turns.EnterAsync(last.Hits, Freshness.HasChangedItself(last)) : _turns.EnterAsync(null, hasChanged: false));
        return await MakeInTurnAsync(name);
    }

    private async Task<Made> MakeInTurnAsync(string name)
    {
        var (store, isOnDisk) = (StoreOf(name), !DataAddress.Is(name));
        for (var tries = 1; ; tries++)
        {
            var (began, reads) = (Freshness.Now, new ReadSet { Shared = _shared });
            // Another may have finished between our look and our turn.
            if (Find(name) is { } there) return new(there, null) { Began = began };
            // A file is never newer than what memory has.
            if (isOnDisk && !store.TryGet(name, out _) && await _disk.FindAsync(name, Freshness) is { } kept)
            {
                store.Keep(kept);
                return new(kept, null) { Began = began };
            }
            Interlocked.Increment(ref _makings);
            var answer = await _ask!(name, reads);
            if (answer.HasFailed)
            {
                // Without its database the program says so itself (503), and nothing is wrong with the page.
                if (answer.Status != StatusCodes.Status503ServiceUnavailable) Failures.Note(name, answer.Reason ?? $"HTTP {answer.Status}", _clock.GetUtcNow());
                return new(null, answer) { Began = began };
            }
            Failures.Forget(name);
            if (!answer.IsForAll)
            {
                store.Drop(name);
                if (isOnDisk) _disk.Drop(name);
                return new(null, answer) { Began = began };
            }

            reads.Add(ThemeKey);
            var page = StoredPage.Of(name, answer.Headers.Where(header => !OwnHeaders.Contains(header.Key)).Concat(_edge.TagsOf(reads)), answer.Body, reads, began, _clock.GetUtcNow());
            if (Freshness.IsFresh(page, _clock.GetUtcNow()) || tries >= MostTries)
            {
                store.Keep(page);
                if (isOnDisk) _disk.Note(page);
                return new(page, null) { Began = began };
            }
        }
    }

    /// <summary>Touched when a file of the theme changes.</summary>
    internal const string ThemeKey = "theme";

    /// <summary>Whether something stands at a path of the paper, as a reader would find it: a page, and neither a redirect nor "not found".</summary>
    public async Task<bool> AnswersAsync(string path) =>
        _ask is not null && PageAddress.NameOf(path, "") is { } name && await _ask(name, new ReadSet()) is { Status: StatusCodes.Status200OK };

    /// <summary>Which version of a page readers should be getting now: made anew, kept nowhere.</summary>
    /// <param name="path">Decoded, as a slug is written.</param>
    public async Task<PageVersion> VersionNowAsync(string path)
    {
        var answer = await _ask!(path, new ReadSet());
        return new(answer.HasFailed ? StatusCodes.Status500InternalServerError : answer.Status, PageVersion.TagOf(answer.Body), answer.Find("Location"));
    }

    /// <summary>The bytes that would be made now, kept nowhere: to compare a stored page with.</summary>
    internal async Task<byte[]> MakeUnstoredAsync(string name) => (await _ask!(name, new ReadSet())).Body;

    /// <summary>The pages that readers ask for most, the most wanted first.</summary>
    internal IReadOnlyCollection<string> MostWanted(int most) => [.. Wanted(Store.Pages, most).Select(page => page.Name)];

    /// <summary>Old pages that readers ask for most, the most wanted first: to be made before anybody asks.</summary>
    internal IEnumerable<string> WantedAgain(int most)
    {
        var now = _clock.GetUtcNow();
        return Wanted(Store.Pages.Concat(_data.Pages), most).Where(page => !Freshness.IsFresh(page, now)).Select(page => page.Name).ToList();
    }

    private static IEnumerable<StoredPage> Wanted(IEnumerable<StoredPage> pages, int most) => pages.Where(page => page.Hits > 1).OrderByDescending(page => page.Hits).Take(most);
}

/// <summary>A page of the store, or an answer that is kept for nobody: a redirect, "not found", a failure.</summary>
internal sealed record Made(StoredPage? Page, CapturedAnswer? Answer)
{
    internal long Began { get; init; }
}
