using Broadsheet.Articles;
using Broadsheet.CopyDesk.House;
using Broadsheet.CopyDesk.Links;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Paper.Press;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.Stories;

/// <summary>The desk over one story: what it finds, and what was said of it before.</summary>
public sealed class StoryDesk(Newspaper newspaper, LinksInPaper links, OutsideLinks outside, TimeProvider clock)
{
    public async Task<CheckedCopy> CheckAsync(Article article, ArticleContent content, CancellationToken stop)
    {
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        var notes = await newspaper.CopyNotes.Where(row => row.ArticleId == article.Id).ToListAsync(stop);
        var copy = await StoryCopy.ReadAsync(article, content, edition, await newspaper.HouseStyleAsync(stop), Today(edition), newspaper, stop);
        var dead = (await links.DeadAsync(copy)).Union(await outside.DeadAsync(copy, stop)).ToHashSet();
        return new(CheckCopy.Run(copy with { DeadLinks = dead }), notes, edition, copy);
    }

    public DateOnly Today(Edition edition) => edition.DayOf(clock.GetUtcNow());

    /// <summary>Counts what is shown for the first time, and has links looked after that are new.</summary>
    public async Task NoteAsync(long article, CheckedCopy read, CancellationToken stop)
    {
        var (found, notes) = (read.Found, read.Notes);
        await outside.NoteAsync(read.Copy, stop);
        var fresh = found.Where(one => !notes.Exists(note => note.IsOf(one))).DistinctBy(one => (one.Rule, one.Block, CopyNote.Shortened(one.Words))).ToList();
        if (fresh.Count == 0 && !newspaper.ChangeTracker.HasChanges()) return;
        try
        {
            newspaper.CopyNotes.AddRange(fresh.Select(one => new CopyNote(article, one.Rule, one.Block, one.Words, clock.GetUtcNow())));
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Two windows looked at once; one of them counted it.
            newspaper.ChangeTracker.Clear();
        }
    }

    public static IReadOnlyList<Finding> Heeded(IReadOnlyList<Finding> found, IReadOnlyList<CopyNote> notes) =>
        [.. found.Where(one => !notes.Any(note => note.IgnoredAt is not null && note.IsOf(one)))];
}

public sealed record CheckedCopy(IReadOnlyList<Finding> Found, List<CopyNote> Notes, Edition Edition, Copy Copy)
{
    /// <summary>What nobody said to ignore.</summary>
    public IReadOnlyList<Finding> Heeded => StoryDesk.Heeded(Found, Notes);
}

/// <summary>Which links into the paper itself lead nowhere, asked of the press as a reader would find out.</summary>
public sealed class LinksInPaper(PagePress press, PaperOrigin origin)
{
    // A story with more is a list of links, and would keep the editor waiting.
    private const int Most = 20;

    public async Task<IReadOnlySet<string>> DeadAsync(Copy copy)
    {
        var dead = new HashSet<string>();
        foreach (var address in copy.Passages.SelectMany(passage => passage.Links).Select(link => link.Address).Distinct().Take(Most))
            if (PathOf(address) is { } path && !await press.AnswersAsync(path)) dead.Add(address);
        return dead;
    }

    private string? PathOf(string address)
    {
        var path = address.StartsWith(origin.Origin + "/", StringComparison.OrdinalIgnoreCase) ? address[origin.Origin.Length..] : address;
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal)) return null;
        var end = path.IndexOfAny(['?', '#']);
        var plain = Uri.UnescapeDataString(end < 0 ? path : path[..end]).Normalize();
        // Files and pictures are no pages of the press.
        return plain.Contains('.', StringComparison.Ordinal) || !ReservedSegments.IsPaper(plain.TrimStart('/').Split('/')[0]) ? null : plain;
    }
}
