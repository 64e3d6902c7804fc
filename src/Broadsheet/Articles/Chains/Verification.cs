using Broadsheet.Editions;
using Broadsheet.Files;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Articles.Chains;

/// <summary>
/// Walks what the paper keeps for ever and says in words what is not as it was kept: the chain of every article, what its readers
/// see against it, the head of every day, and the bytes of pictures and files.
/// </summary>
/// <param name="heads">A file of day heads kept outside the database.</param>
internal sealed class Verification(Newspaper newspaper, FileStore files, string heads)
{
    private readonly List<string> _wrong = [];

    public int Articles { get; private set; }
    public int Versions { get; private set; }
    public int Files { get; private set; }
    public int Days { get; private set; }

    /// <summary>What is wrong, the first broken link of each chain; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(bool withFiles, CancellationToken stop)
    {
        var pictures = (await newspaper.Pictures.AsNoTracking().Select(row => new { row.PublicId, row.FileHash, row.FileName }).ToListAsync(stop)).ToDictionary(row => row.PublicId.ToString(), row => (row.FileHash, row.FileName));
        await ChainsAsync(pictures, stop);
        await DaysAsync(stop);
        if (withFiles)
        {
            foreach (var (hash, name) in pictures.Values) await FileAsync(hash, name, stop);
            foreach (var file in await newspaper.Files.AsNoTracking().Select(row => new { row.FileHash, row.FileName }).ToListAsync(stop)) await FileAsync(file.FileHash, file.FileName, stop);
        }
        return _wrong;
    }

    private async Task ChainsAsync(Dictionary<string, (string Hash, string Name)> pictures, CancellationToken stop)
    {
        var articles = await newspaper.Articles.AsNoTracking().OrderBy(row => row.Id)
            .Select(row => new Seen(row.Id, row.PublicId, row.WorkingHeadline, row.Headline, row.Standfirst, row.PublishedVersionId)).ToDictionaryAsync(row => row.Id, stop);
        Articles = articles.Count;
        var shown = articles.Values.Where(row => row.Version is not null).ToDictionary(row => row.Version!.Value);

        ArticleVersion? previous = null;
        long broken = 0;
        await foreach (var version in newspaper.ArticleVersions.AsNoTracking().OrderBy(row => row.ArticleId).ThenBy(row => row.Number).AsAsyncEnumerable().WithCancellation(stop))
        {
            Versions++;
            if (previous?.ArticleId != version.ArticleId) previous = null;
            if (!articles.TryGetValue(version.ArticleId, out var article))
            {
                if (broken != version.ArticleId) _wrong.Add(T("verify.orphan", ("number", version.Number), ("id", version.ArticleId)));
                broken = version.ArticleId;
                continue;
            }
            // After the first broken link the rest of a chain tells nothing new.
            if (broken != version.ArticleId && version.BreakAfter(previous, article.PublicId) is { } found)
            {
                _wrong.Add(T($"verify.{found}", ("article", article.Name), ("number", version.Number), ("time", Time(version.MadeAt))));
                broken = version.ArticleId;
            }
            if (broken != version.ArticleId) Pictured(version, article, pictures);
            if (shown.Remove(version.Id, out var reader)) Shown(version, article, reader);
            previous = version;
        }
        foreach (var article in shown.Values) _wrong.Add(T("verify.shownGone", ("article", article.Name)));
    }

    private void Pictured(ArticleVersion version, Seen article, Dictionary<string, (string Hash, string Name)> pictures)
    {
        foreach (var (id, hash) in version.PictureHashes)
            if (pictures.TryGetValue(id, out var now) && now.Hash != hash)
                _wrong.Add(T("verify.picture", ("article", article.Name), ("number", version.Number), ("picture", now.Name)));
    }

    // What lists print is copied from the version that readers see: who changes the copy changes no chain.
    private void Shown(ArticleVersion version, Seen article, Seen reader)
    {
        if (reader.Id != article.Id) _wrong.Add(T("verify.shownOther", ("article", reader.Name)));
        else if (version.ContentJson is not null && TryRead(version) is { } content && (content.Headline != article.Headline || content.Standfirst != article.Standfirst))
            _wrong.Add(T("verify.shownDiffers", ("article", article.Name), ("number", version.Number)));
    }

    private static ArticleContent? TryRead(ArticleVersion version)
    {
        try
        {
            return version.Content;
        }
        catch (System.Text.Json.JsonException)
        {
            return null; // Told already: its text is another.
        }
    }

    private async Task DaysAsync(CancellationToken stop)
    {
        var kept = await HeadFile.ReadAsync(heads, stop);
        var (previous, last, isBroken) = ("", 0L, false);
        foreach (var head in await newspaper.DayHeads.AsNoTracking().OrderBy(row => row.Day).ToListAsync(stop))
        {
            Days++;
            var hash = DayHeadSets.HashOf(head.Day, previous, await newspaper.LinksAsync(last, head.LastVersionId, stop));
            var wrong = kept.Remove(head.Day, out var outside) && outside != hash ? "verify.day.outside" : hash != head.Hash || head.PreviousHash != previous ? "verify.day" : null;
            if (wrong is not null && !isBroken) _wrong.Add(T(wrong, ("day", $"{head.Day:yyyy-MM-dd}")));
            isBroken |= wrong is not null;
            (previous, last) = (hash, head.LastVersionId);
        }
        // A day that stands outside and not in the database was taken out of it.
        if (kept.Count > 0) _wrong.Add(T("verify.day.gone", ("day", $"{kept.Keys.First():yyyy-MM-dd}")));
    }

    private async Task FileAsync(string hash, string name, CancellationToken stop)
    {
        Files++;
        if (!files.Has(hash)) _wrong.Add(T("verify.file.gone", ("file", name), ("hash", hash)));
        else if (await files.HashAsync(hash, stop) != hash) _wrong.Add(T("verify.file", ("file", name), ("hash", hash)));
    }

    private static string Time(DateTimeOffset at) => NewsroomClock.Say(at, "UTC");

    private sealed record Seen(long Id, Guid PublicId, string WorkingHeadline, string Headline, string Standfirst, long? Version)
    {
        public string Name => $"“{(WorkingHeadline.Length > 0 ? WorkingHeadline : Headline)}” ({PublicId})";
    }
}
