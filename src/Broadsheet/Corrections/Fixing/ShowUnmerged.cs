using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections.Fixing;

/// <summary>GET /newsroom/articles/7/unmerged: what of a fix is not in the draft; POST …/unmerged/removal: somebody has seen to it.</summary>
public static class ShowUnmerged
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}/unmerged", Get).Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/unmerged/removal", Post).DemandsRevision().Requires(Permission.WriteArticles);
    }

    internal static async Task<IResult> Get(long id, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        var fixes = await newspaper.Set<UnmergedFix>().AsNoTracking().Where(row => row.ArticleId == id).OrderBy(row => row.Id).ToListAsync(stop);
        return Page.Of<UnmergedPage, UnmergedView>(new(article, edition, fixes));
    }

    internal static async Task<IResult> Post(long id, IFormCollection form, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Articles.ForReadingAsync(id, staff, stop) is null) return Results.NotFound();
        // Those that stood on the page, and none that came meanwhile.
        var seen = form["fix"].Select(one => long.TryParse(one, out var fix) ? fix : 0).ToList();
        await newspaper.WriteAsync(() => newspaper.Set<UnmergedFix>().Where(row => row.ArticleId == id && seen.Contains(row.Id)).ExecuteDeleteAsync(stop), stop);
        return Results.Redirect($"/newsroom/articles/{id}");
    }
}

public sealed record UnmergedView(Article Article, Edition Edition, IReadOnlyList<UnmergedFix> Fixes);
