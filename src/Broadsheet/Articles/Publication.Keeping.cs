using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

public sealed partial class Publication
{
    /// <summary>Keeps the draft as a version that nobody outside sees, unless the last one says the same.</summary>
    /// <param name="reason">Why, in the editor's words; may be empty.</param>
    public Task KeepAsync(Article article, long by, string reason, CancellationToken stop = default) =>
        newspaper.WriteAsync(() => MakeVersionAsync(article, article.Draft.Content, by, reason, stop), stop);

    /// <summary>Makes the content of an old version the draft. What stood there is kept as a version first.</summary>
    /// <param name="revision">The draft's, as whoever asks has seen it.</param>
    public Task RestoreAsync(Article article, ArticleContent content, int number, long revision, long by, CancellationToken stop = default) =>
        newspaper.WriteAsync(async () =>
        {
            await MakeVersionAsync(article, article.Draft.Content, by, Text.T("history.beforeRestoring", ("number", number)), stop);
            article.SaveDraft(content, revision, by, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }, stop);

    private Task<ArticleVersion> MakeVersionAsync(Article article, ArticleContent content, long by, string reason, CancellationToken stop) => MakeVersionAsync(article, content, by, reason, clock.GetUtcNow(), stop);

    /// <param name="at">When it goes out.</param>
    private async Task<ArticleVersion> MakeVersionAsync(Article article, ArticleContent content, long by, string reason, DateTimeOffset at, CancellationToken stop)
    {
        var last = await newspaper.ArticleVersions.Where(row => row.ArticleId == article.Id).OrderByDescending(row => row.Number).FirstOrDefaultAsync(stop);
        foreach (var finish in finishes) content = await finish.FinishAsync(article, content, last?.ContentJson is null ? null : last.Content, at, stop);
        if (last?.ContentJson == CanonicalJson.Of(content)) return last;

        var version = ArticleVersion.After(last, article, content, by, clock.GetUtcNow(), reason, await newspaper.PictureHashesAsync(content, stop));
        newspaper.ArticleVersions.Add(version);
        await newspaper.SaveChangesAsync(stop);
        return version;
    }
}

internal static class PictureHashes
{
    extension(Newspaper newspaper)
    {
        /// <summary>The bytes of every picture that a content names, by their hash: a version covers them, so that none can be exchanged under its id.</summary>
        public async Task<SortedDictionary<string, string>> PictureHashesAsync(ArticleContent content, CancellationToken stop)
        {
            HashSet<Guid> used = [.. content.Body.References.Pictures, .. content.LeadPicture is { } lead ? [lead.Picture] : Array.Empty<Guid>()];
            var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
            if (used.Count == 0) return hashes;
            foreach (var row in await newspaper.Pictures.AsNoTracking().Where(row => used.Contains(row.PublicId)).Select(row => new { row.PublicId, row.FileHash }).ToListAsync(stop)) hashes[row.PublicId.ToString()] = row.FileHash;
            return hashes;
        }
    }
}
