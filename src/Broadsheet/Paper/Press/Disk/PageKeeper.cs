using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Broadsheet.Machine;
using Broadsheet.Paper.Themes;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Paper.Press.Disk;

/// <summary>
/// Brings made pages to disk about a second after they were made, and back when memory has them no more. What comes back is given to readers only
/// if nothing it was made from was touched since: in this run of the program by the count of changes, from an earlier one by the rows of <c>invalidations</c>.
/// </summary>
public sealed class PageKeeper(PageFiles files, MachineSettings machine, CurrentTheme theme, ChangeFeed feed, IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly Guid _run = Guid.NewGuid();
    private readonly ConcurrentQueue<string> _made = new();
    private readonly Lock _reading = new();
    private volatile ThemeStamp? _stamp;
    private Task<PastChanges>? _past;

    internal bool IsOn => files.IsOn;

    /// <summary>Has a page written soon.</summary>
    internal void Note(StoredPage page)
    {
        if (IsOn) _made.Enqueue(page.Name);
    }

    internal void Drop(string name) => files.Drop(name);

    /// <summary>The page on disk if it is as a fresh one would be, ready for the store.</summary>
    internal async Task<StoredPage?> FindAsync(string name, Freshness freshness)
    {
        if (files.Find(name) is not { } file) return null;

        return await IsTrueAsync(file, freshness) ? Taken(file) : null;
    }

    /// <summary>The page on disk, whatever has changed since: for when no other can be made.</summary>
    internal StoredPage? FindLast(string name) => files.Find(name) is { } file && file.Stamp == StampNow() ? file.Page : null;

    /// <summary>Writes what was made since the last time.</summary>
    /// <returns>How many pages.</returns>
    internal async Task<int> WriteAsync(PageStore store, Freshness freshness, CancellationToken stop)
    {
        if (_made.IsEmpty) return 0;

        // First up to where every change is known, then which pages are fresh: so nothing up to there can have made them old.
        var known = feed.KnownUpTo;
        await using var scope = scopes.CreateAsyncScope();
        if (await PastChanges.LastAsync(scope.ServiceProvider.GetRequiredService<Newspaper>(), known, stop) is not { } upTo) return 0;

        var names = new HashSet<string>(StringComparer.Ordinal);
        while (_made.TryDequeue(out var made)) names.Add(made);
        var written = 0;
        foreach (var name in names)
        {
            if (stop.IsCancellationRequested) break;
            if (!store.TryGet(name, out var page) || !freshness.IsFresh(page, clock.GetUtcNow())) continue;
            files.Write(new(StampNow(), _run, upTo, page));
            written++;
        }
        return written;
    }

    /// <summary>Removes what is not true any more.</summary>
    internal async Task SweepAsync(Freshness freshness, CancellationToken stop)
    {
        if (IsOn) await files.SweepAsync(file => IsTrueAsync(file, freshness), stop);
    }

    /// <summary>The pages that readers wanted most when the program last ran, the most wanted first.</summary>
    internal IReadOnlyList<string> WantedBefore() => IsOn && File.Exists(files.WantedFile) ? File.ReadAllLines(files.WantedFile) : [];

    internal void WriteWanted(IReadOnlyCollection<string> names)
    {
        if (!IsOn || names.Count == 0) return;

        Directory.CreateDirectory(Path.GetDirectoryName(files.WantedFile)!);
        File.WriteAllLines(files.WantedFile, names);
    }

    private async Task<bool> IsTrueAsync(PageFile file, Freshness freshness)
    {
        if (file.Stamp != StampNow()) return false;
        return freshness.IsFresh(Taken(file), clock.GetUtcNow()) && (file.Run == _run || (await PastAsync()).IsTrue(file.TrueUpTo, file.Page.Reads));
    }

    // For a page of another run every touch of this one counts.
    private StoredPage Taken(PageFile file) => file.Run == _run ? file.Page : file.Page.MadeAgainAt(Freshness.Start);

    // Read when a file is first looked at, which is after the first look at the changes: what was committed before that look stands in it, what
    // came later is told.
    private Task<PastChanges> PastAsync()
    {
        // A database that was away is asked again.
        lock (_reading) return _past is { IsFaulted: false } known ? known : _past = ReadAsync();

        async Task<PastChanges> ReadAsync()
        {
            await using var scope = scopes.CreateAsyncScope();
            return await PastChanges.ReadAsync(scope.ServiceProvider.GetRequiredService<Newspaper>(), CancellationToken.None);
        }
    }

    // Another version of the program, other settings or another theme make another page of the same content.
    private Guid StampNow()
    {
        var (now, known) = (theme.Read(), _stamp);
        if (known is not null && ReferenceEquals(known.Theme, now)) return known.Stamp;

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(Program).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(machine));
        foreach (var file in now.Files.Values.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Bytes.Length}\n"));
            hash.AppendData(file.Bytes.AsSpan());
        }
        var stamp = new Guid(hash.GetHashAndReset().AsSpan(0, 16));
        _stamp = new(now, stamp);
        return stamp;
    }

    private sealed record ThemeStamp(Theme Theme, Guid Stamp);
}
