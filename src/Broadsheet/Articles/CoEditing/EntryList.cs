using System.Globalization;
using System.Text.Json;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.CoEditing;

/// <summary>What an editor lacks, told in the words that its page uses.</summary>
/// <param name="Revision">Where it stands with these entries.</param>
/// <param name="Whole">The text itself, when the log no longer reaches back to what the editor has.</param>
public sealed record EntryList(long Revision, IReadOnlyList<EntryTold> Entries, WholeDraft? Whole = null);

/// <param name="By">The writer's name.</param>
public sealed record EntryTold(
    long Revision, string? Client, long? Sequence, JsonElement? Steps, IReadOnlyDictionary<string, string[]>? Fields, IReadOnlyList<LostTold>? Lost, int Size, string By, DateTimeOffset At);

public sealed record LostTold(string Field, string? Client, IReadOnlyDictionary<string, string[]> Values);

public sealed record WholeDraft(IReadOnlyDictionary<string, string[]> Fields, JsonElement Body, DateTimeOffset SavedAt, string SavedBy);

internal static class EntryLists
{
    // An editor that is so far behind is quicker with the text itself.
    private const int Most = 2000;

    extension(Newspaper newspaper)
    {
        /// <summary>What happened to an article after a revision; null when the article is gone.</summary>
        public async Task<EntryList?> EntriesAsync(long article, long after, TimeZoneInfo zone, CancellationToken stop)
        {
            var current = await newspaper.Articles.Where(row => row.Id == article).Select(row => (long?)row.Draft.Revision).SingleOrDefaultAsync(stop);
            if (current is not { } revision) return null;
            if (after == revision) return new(revision, []);

            var rows = await newspaper.DraftLog.AsNoTracking().Where(row => row.ArticleId == article && row.Revision > after).OrderBy(row => row.Revision).Take(Most + 1).ToListAsync(stop);
            var reaches = after < revision && rows.Count <= Most && rows is [var first, .., var last] && first.Revision == after + 1 && last.Revision == after + rows.Count
                || rows is [var only] && only.Revision == after + 1;
            if (!reaches) return await newspaper.WholeAsync(article, zone, stop);

            var names = await newspaper.NamesAsync(rows.Select(row => row.By), stop);
            return new(rows[^1].Revision, [.. rows.Select(row => Tell(row, names, zone))]);
        }

        private async Task<EntryList> WholeAsync(long article, TimeZoneInfo zone, CancellationToken stop)
        {
            var draft = (await newspaper.Articles.AsNoTracking().Include(row => row.Draft).SingleAsync(row => row.Id == article, stop)).Draft;
            var names = await newspaper.NamesAsync([draft.SavedBy], stop);
            return new(draft.Revision, [], new(
                ArticleForm.Of(draft.Content, zone).Fields, JsonDocument.Parse(draft.Content.Body.ToJson(), new() { MaxDepth = 256 }).RootElement, draft.SavedAt, names.GetValueOrDefault(draft.SavedBy, "")));
        }

        private async Task<Dictionary<long, string>> NamesAsync(IEnumerable<long> members, CancellationToken stop)
        {
            var ids = members.ToHashSet();
            return await newspaper.StaffMembers.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, stop);
        }
    }

    private static EntryTold Tell(DraftEntry row, Dictionary<long, string> names, TimeZoneInfo zone) => new(
        row.Revision, row.Client, row.Sequence, row.Steps is { } steps ? JsonDocument.Parse(steps, new() { MaxDepth = 256 }).RootElement : null,
        Local(row.Fields, zone), row.Lost?.Select(lost => new LostTold(lost.Field, lost.Client, Local(lost.Values, zone)!)).ToList(),
        row.Size, names.GetValueOrDefault(row.By, ""), row.At);

    // The log keeps UTC; the page shows the edition's clock.
    private static Dictionary<string, string[]>? Local(IReadOnlyDictionary<string, string[]>? fields, TimeZoneInfo zone) =>
        fields?.ToDictionary(field => field.Key, field => field.Key != "RightsEnd" ? field.Value
            : [.. field.Value.Select(value => value.Length == 0 ? "" : ArticleForm.Local(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), zone))]);
}
