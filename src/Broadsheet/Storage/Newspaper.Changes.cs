using System.Globalization;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Broadsheet.Storage;

public abstract partial class Newspaper
{
    // More than this of one transaction (an import) is not told apart row by row: the pages of those tables are made anew.
    private const int MostTouched = 2000;

    private readonly HashSet<string> _touched = [];

    /// <summary>Set while a reader's page is made from this context: what it reads is noted there.</summary>
    public ReadSet? Reads { get; set; }

    /// <summary>
    /// Asks without noting what is read, while a page is made: for what only chooses among things that the page reads for itself. Whoever asks so names the
    /// list on which the choice depends (<see cref="ReadTags"/>), and lets nothing of what it read here reach the page.
    /// </summary>
    public async Task<T> AsideAsync<T>(Func<Task<T>> ask)
    {
        var reads = Reads;
        try
        {
            Reads = null;
            return await ask();
        }
        finally
        {
            Reads = reads;
        }
    }

    /// <summary>Reads what stands beside what the page is about: Latest, menus, related stories. It makes the page old as everything does; but of pages that are old those go first that changed themselves.</summary>
    public async Task<T> BesideAsync<T>(Func<Task<T>> read)
    {
        if (Reads is not { IsBeside: false } reads) return await read();
        try
        {
            reads.IsBeside = true;
            return await read();
        }
        finally
        {
            reads.IsBeside = false;
        }
    }

    /// <summary>
    /// Reads something that many pages read alike, or takes what another page has read. What is read must follow from the key and the database alone, and nobody may change it.
    /// Lists are named inside (<see cref="ReadTags"/>): named before, the next page would not know of them. Outside the making of a page it is simply read.
    /// </summary>
    /// <param name="key">Equal where the same would be read: a name, and what the reading depends on besides.</param>
    public async Task<T> SharedAsync<T>(object key, Func<Task<T>> read)
    {
        if (Reads is not { Shared: { } shared } reads) return await read();
        if (shared.Find(key) is { } kept)
        {
            reads.Add(kept.Keys);
            return (T)kept.Value!;
        }

        var (value, part, began) = await ReadApartAsync(reads, shared, read);
        shared.Keep(key, value, part, began);
        return value;
    }

    /// <summary>
    /// Rows by their public ids: those that another page has read are taken, the others asked for together. Nobody may change them. An id without a row is not among them.
    /// Outside the making of a page they are simply read.
    /// </summary>
    /// <param name="keys">A row's public id, and its key inside.</param>
    /// <param name="read">Asks for rows of this one table (<see cref="ReadTags"/>): what a question reads besides would not be known to who takes a row, so then none is kept.</param>
    public async Task<IReadOnlyDictionary<Guid, T>> SharedRowsAsync<T>(string table, IReadOnlyCollection<Guid> ids, Func<T, (Guid PublicId, long Id)> keys, Func<IReadOnlyCollection<Guid>, Task<IReadOnlyCollection<T>>> read)
    {
        if (Reads is not { Shared: { } shared } reads) return ids.Count == 0 ? new Dictionary<Guid, T>() : (await read(ids)).ToDictionary(row => keys(row).PublicId);

        var (found, wanted) = (new Dictionary<Guid, T>(), new List<Guid>());
        foreach (var id in ids.Distinct())
        {
            if (shared.Find((table, id)) is { } kept)
            {
                reads.Add(kept.Keys);
                found[id] = (T)kept.Value!;
            }
            else
            {
                wanted.Add(id);
            }
        }
        if (wanted.Count == 0) return found;

        var (rows, part, began) = await ReadApartAsync(reads, shared, () => read(wanted));
        var isRowsAlone = part.Until is null && part.Keys.ToHashSet().SetEquals(rows.Select(row => ChangeKey.Row(table, keys(row).Id)).Append(ChangeKey.AnyRow(table)));
        foreach (var row in rows)
        {
            var (publicId, id) = keys(row);
            found[publicId] = row;
            if (isRowsAlone) shared.Keep((table, publicId), row, [ChangeKey.AnyRow(table), ChangeKey.Row(table, id)], began);
        }
        return found;
    }

    private async Task<(T Value, ReadSet Part, long Began)> ReadApartAsync<T>(ReadSet reads, SharedReads shared, Func<Task<T>> read)
    {
        var (began, part) = (shared.Changes, new ReadSet { Shared = shared });
        try
        {
            Reads = part;
            var value = await read();
            reads.Add(part);
            return (value, part, began);
        }
        finally
        {
            Reads = reads;
        }
    }

    /// <summary>Says of something outside the database (a file of the theme) that it changed, to every node.</summary>
    public Task TouchAsync(string key, CancellationToken stop = default) => WriteAsync(() =>
    {
        _touched.Add(key);
        return Task.CompletedTask;
    }, stop);

    /// <summary>The same of something whose rows readers never see. To be called inside WriteAsync.</summary>
    internal void Touch(string key) => _touched.Add(key);

    /// <summary>For statements that go past the change tracker.</summary>
    internal void NoteStatement(string sql) => ChangeReader.ReadStatement(this, sql, _touched);

    // Written with the change itself, so that no node can see the one without the other. Null when nothing was touched that readers see.
    private async Task<long?> WriteTouchedAsync(CancellationToken stop)
    {
        if (_touched.Count == 0) return null;
        if (_touched.Count > MostTouched) Coarsen();

        var (keys, now) = (string.Join('\n', _touched.Order(StringComparer.Ordinal)), DateTimeOffset.UtcNow);
        // A tracked row would also save whatever else is tracked and was not meant to be saved yet.
        object at = this is SqliteNewspaper ? now.ToUnixTimeMilliseconds() : now;
        return (await Database.SqlQuery<long>($"INSERT INTO invalidations (keys, made_at) VALUES ({keys}, {at}) RETURNING id AS \"Value\"").ToListAsync(stop))[0];
    }

    private async Task CommitAsync(IDbContextTransaction transaction, long? noted, CancellationToken stop)
    {
        if (noted is not { } id)
        {
            await transaction.CommitAsync(stop);
            return;
        }

        feed.Expect(id);
        try
        {
            await transaction.CommitAsync(stop);
        }
        catch
        {
            feed.WasOwn(id);
            throw;
        }
        feed.TellOwn(id, [.. _touched]);
    }

    private void Coarsen()
    {
        foreach (var rows in _touched.Where(IsRow).GroupBy(key => key[..key.IndexOf(':')]).ToList())
        {
            _touched.ExceptWith(rows);
            _touched.Add(ChangeKey.AnyRow(rows.Key));
        }
    }

    private static bool IsRow(string key) => key.IndexOf(':') is var colon and > 0 && long.TryParse(key.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
