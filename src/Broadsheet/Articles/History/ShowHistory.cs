using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.History;

/// <summary>GET /newsroom/articles/7/history: every version with who, when and why.</summary>
public static class ShowHistory
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/articles/{id:long}/history", Get).Requires(Permission.WriteArticles);

    internal static async Task<IResult> Get(long id, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        return Page.Of<HistoryPage, HistoryView>(await ViewAsync(article, Problems.None, newspaper, stop));
    }

    internal static async Task<HistoryView> ViewAsync(Article article, Problems problems, Newspaper newspaper, CancellationToken stop)
    {
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        // Without the texts: a history may be long.
        var rows = await newspaper.ArticleVersions.AsNoTracking().Where(row => row.ArticleId == article.Id).OrderByDescending(row => row.Number)
            .Select(row => new { row.Id, row.Number, row.MadeAt, row.MadeBy, row.Reason, row.Tombstone, row.Hash }).ToListAsync(stop);
        var last = await newspaper.ArticleVersions.AsNoTracking().Where(row => row.ArticleId == article.Id).OrderByDescending(row => row.Number).FirstOrDefaultAsync(stop);

        var names = await newspaper.MakersAsync(rows.Select(row => row.MadeBy).Append(article.Draft.SavedBy).Concat(rows.Select(row => row.Tombstone?.By ?? 0)), stop);
        return new(article, edition,
            [.. rows.Select(row => new HistoryLine(row.Number, row.MadeAt, names[row.MadeBy], row.Reason, article.IsPublished && row.Id == article.PublishedVersionId, row.Id == article.ScheduledVersionId,
                row.Tombstone, row.Tombstone is { } stone ? names[stone.By] : "", row.Hash))],
            names[article.Draft.SavedBy], DraftIsKept: last?.PrintsLike(article.Draft.Content) == true, problems);
    }
}

/// <param name="DraftBy">Who saved the draft last.</param>
/// <param name="DraftIsKept">Readers would get of the last version what they would get of the draft.</param>
public sealed record HistoryView(Article Article, Edition Edition, IReadOnlyList<HistoryLine> Versions, string DraftBy, bool DraftIsKept, Problems Problems)
{
    public string Path => $"/newsroom/articles/{Article.Id}";
}

/// <param name="Destroyer">Who had its content removed.</param>
public sealed record HistoryLine(int Number, DateTimeOffset MadeAt, string By, string Reason, bool IsPublished, bool IsScheduled, Tombstone? Tombstone, string Destroyer, string Hash);
