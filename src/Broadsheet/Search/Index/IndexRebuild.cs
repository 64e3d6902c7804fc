using Broadsheet.Articles;
using Broadsheet.Machine;
using Broadsheet.Search.Desk;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Search.Index;

/// <summary>Makes the index anew from the stories, some at a time, while readers search and editors publish.</summary>
public static class IndexRebuild
{
    private const int AtOnce = 100;

    /// <summary>Indexes every published story again.</summary>
    /// <param name="progress">Told how many were looked at.</param>
    /// <returns>How many can be found.</returns>
    public static async Task<int> RebuildIndexAsync(this Newspaper newspaper, IProgress<int>? progress, CancellationToken stop)
    {
        // Counted from the beginning: what was counted wrong would stay so.
        await newspaper.WriteAsync(async () =>
        {
            await newspaper.SearchWords.ExecuteDeleteAsync(stop);
            await newspaper.SearchEntries.ExecuteUpdateAsync(set => set.SetProperty(row => row.Words, ""), stop);
        }, stop);
        // The newsroom's follows while the paper runs.
        await DeskIndexing.WaitForAllAsync(newspaper, stop);
        await newspaper.IndexAsync(newspaper.Articles, progress, stop);
        return await newspaper.SearchEntries.CountAsync(stop);
    }

    /// <summary>Indexes what is not, or was by an older program.</summary>
    /// <returns>How many those were.</returns>
    internal static Task<int> IndexMissingAsync(this Newspaper newspaper, CancellationToken stop)
    {
        var indexed = newspaper.SearchEntries.Where(entry => entry.Form == IndexedText.Form).Select(entry => entry.ArticleId);
        // Set against set: a look at each story would read the archive at every start.
        var missing = newspaper.Articles.Select(row => row.Id).Except(indexed);
        return newspaper.IndexAsync(newspaper.Articles.Where(row => missing.Contains(row.Id) && row.PublishedVersionId != null && row.Withdrawal == null && row.SectionId != null), null, stop);
    }

    private static async Task<int> IndexAsync(this Newspaper newspaper, IQueryable<Article> articles, IProgress<int>? progress, CancellationToken stop)
    {
        var done = 0;
        foreach (var ids in (await articles.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(stop)).Chunk(AtOnce))
        {
            await newspaper.WriteAsync(() => new StoryIndexing(newspaper).UpdateAsync(ids, stop), stop);
            done += ids.Length;
            progress?.Report(done);
        }
        if (done > 0) await newspaper.WriteAsync(() => ArticleIndex.Of(newspaper).TidyAsync(newspaper, ArticleIndex.Paper, stop), stop);
        return done;
    }

    /// <summary>Makes the tables of the index where there are none. Called before the program answers anybody.</summary>
    public static Task PrepareIndexAsync(this Newspaper newspaper, CancellationToken stop) => newspaper.WriteAsync(() => ArticleIndex.Of(newspaper).PrepareAsync(newspaper, stop), stop);
}

/// <summary>Indexes at the start what an older program left: nobody has to know of the command.</summary>
internal sealed class IndexCatchUp(IServiceScopeFactory scopes, SoleWork sole, ILogger<IndexCatchUp> log) : Rounds("The search index", TimeSpan.FromHours(6), log)
{
    protected override async Task RoundAsync(CancellationToken stop)
    {
        // Nodes that start together would each index the archive.
        await using var hold = await sole.TryBeginAsync("search-index", stop);
        if (hold is null) return;

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Newspaper>().IndexMissingAsync(stop);
    }
}
