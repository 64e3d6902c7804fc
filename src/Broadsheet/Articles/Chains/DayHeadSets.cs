using System.Security.Cryptography;
using System.Text;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Chains;

public static class DayHeadSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<DayHead> DayHeads => newspaper.Set<DayHead>();

        /// <summary>Writes today's head, if there is none and there is something to cover. Any node may; the first one does.</summary>
        public Task<DayHead?> WriteDayHeadAsync(DateTimeOffset now, CancellationToken stop = default) => newspaper.WriteAsync<DayHead?>(async () =>
        {
            var day = DateOnly.FromDateTime(now.UtcDateTime);
            // A version under way has its number already: without waiting for it the head would cover later ones and not this.
            if (newspaper is PostgresNewspaper) await newspaper.Database.ExecuteSqlAsync($"LOCK TABLE article_versions, day_heads IN SHARE ROW EXCLUSIVE MODE", stop);
            var last = await newspaper.DayHeads.AsNoTracking().OrderByDescending(row => row.Day).FirstOrDefaultAsync(stop);
            if (last?.Day >= day) return null;

            var links = await newspaper.LinksAsync(last?.LastVersionId ?? 0, long.MaxValue, stop);
            if (last is null && links.Count == 0) return null;

            var head = new DayHead(day, HashOf(day, last?.Hash ?? "", links), last?.Hash ?? "", links.Count > 0 ? links[^1].Version : last!.LastVersionId, links.Count, now);
            newspaper.DayHeads.Add(head);
            await newspaper.SaveChangesAsync(stop);
            return head;
        }, stop);

        /// <summary>The versions made after one and until another, in the order in which they were made.</summary>
        internal async Task<List<ChainLink>> LinksAsync(long after, long until, CancellationToken stop)
        {
            var links = await newspaper.ArticleVersions.AsNoTracking().Where(row => row.Id > after && row.Id <= until)
                .Join(newspaper.Articles, version => version.ArticleId, article => article.Id, (version, article) => new ChainLink(version.Id, article.PublicId, version.Number, version.Hash)).ToListAsync(stop);
            links.AddRange(await newspaper.Set<DeletedVersion>().AsNoTracking().Where(row => row.Id > after && row.Id <= until).Select(row => new ChainLink(row.Id, row.Article, row.Number, row.Hash)).ToListAsync(stop));
            return [.. links.OrderBy(link => link.Version)];
        }
    }

    /// <summary>
    /// SHA-256 over lines of UTF-8 that each end in a line feed: the day, the head before it (empty for the first), then for every version
    /// its article's public id, its number and its hash, between spaces. docs/operating.md says the same, so that anybody can.
    /// </summary>
    internal static string HashOf(DateOnly day, string previous, IEnumerable<ChainLink> links)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(FormattableString.Invariant($"{day:yyyy-MM-dd}\n{previous}\n"));
        foreach (var link in links) Add(FormattableString.Invariant($"{link.Article} {link.Number} {link.Hash}\n"));
        return Convert.ToHexStringLower(sha.GetHashAndReset());

        void Add(string line) => sha.AppendData(Encoding.UTF8.GetBytes(line));
    }
}

/// <summary>A version as the head of a day covers it.</summary>
internal sealed record ChainLink(long Version, Guid Article, int Number, string Hash);
