using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Pages;

public sealed record PageListView(IReadOnlyList<Edition> Editions, IReadOnlyList<PageLine> Pages)
{
    public IReadOnlyList<PageLine> In(Edition edition) => [.. Pages.Where(page => page.EditionId == edition.Id)];
}

public sealed record PageLine(long Id, long EditionId, string Title, string Slug, bool IsPublished);

/// <summary>GET /newsroom/pages</summary>
public static class ListPages
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/pages", Get).Requires(Permission.ArrangePaper);

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop) => Page.Of<ListPagesPage, PageListView>(new(
        await newspaper.AllEditionsAsync(stop),
        await newspaper.Pages.OrderBy(row => row.Title).Select(row => new PageLine(row.Id, row.EditionId, row.Title, row.Slug, row.IsPublished)).ToListAsync(stop)));
}
