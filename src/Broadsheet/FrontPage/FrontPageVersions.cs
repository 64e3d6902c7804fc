using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.FrontPage;

public sealed record VersionLine(FrontPageVersion Version, string When, string How);

public sealed record FrontPageVersionsView(Edition Edition, IReadOnlyList<VersionLine> Versions, int Page, bool HasMore);

/// <param name="Zones">Each zone that somebody decided about, and its stories.</param>
public sealed record FrontPageVersionView(Edition Edition, VersionLine Line, bool IsLive, Guid Stamp, IReadOnlyList<(string Zone, IReadOnlyList<string> Stories)> Zones);

/// <summary>
/// GET /newsroom/front-page/1/versions: every arrangement that readers got; …/versions/5 shows one, …/versions/5/page draws it as it would
/// look now; POST …/versions/5/restoration gives it to readers again.
/// </summary>
public static class FrontPageVersions
{
    private const int PerPage = 50;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/front-page/{edition:long}/versions", List).Requires(Permission.ArrangePaper);
        newsroom.MapGet("/front-page/{edition:long}/versions/{number:int}", Get).Requires(Permission.ArrangePaper);
        newsroom.MapGet("/front-page/{edition:long}/versions/{number:int}/page", GetPage).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/front-page/{edition:long}/versions/{number:int}/restoration", Restore).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> List(long edition, int? page, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Editions.FindAsync([edition], stop) is not { } found) return TypedResults.NotFound();
        var at = Math.Max(1, page ?? 1);
        var versions = await newspaper.FrontPageVersions.AsNoTracking().Where(row => row.EditionId == edition).OrderByDescending(row => row.Number).Skip((at - 1) * PerPage).Take(PerPage + 1).ToListAsync(stop);
        return Page.Of<FrontPageVersionsPage, FrontPageVersionsView>(new(found, [.. versions.Take(PerPage).Select(version => LineOf(version, found))], at, versions.Count > PerPage));
    }

    internal static async Task<IResult> Get(long edition, int number, Newspaper newspaper, Zones zones, DeskStories stories, CancellationToken stop)
    {
        if (await FindAsync(edition, number, newspaper, stop) is not { } version) return TypedResults.NotFound();
        var found = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == edition, stop);
        var page = await newspaper.FrontPages.AsNoTracking().SingleAsync(row => row.EditionId == edition, stop);
        var known = await stories.NamedAsync([.. version.Layout.Placed.Select(placed => placed.Story)], found, stop);
        var titles = (await zones.OfAsync(edition, stop)).ToDictionary(zone => zone.Id, zone => zone.Title);
        return Page.Of<FrontPageVersionPage, FrontPageVersionView>(new(found, LineOf(version, found), page.Number == number, page.Stamp,
            [.. version.Layout.Placed.GroupBy(placed => placed.Zone).Select(zone => (titles.GetValueOrDefault(zone.Key, zone.Key),
                (IReadOnlyList<string>)[.. zone.OrderBy(placed => placed.Slot).Select(placed => Text.T("frontPage.version.placed", ("place", placed.Slot + 1), ("headline", known.GetValueOrDefault(placed.Story)?.Headline ?? Text.T("frontPage.gone")), ("time", ArticleStateText.Time(placed.Until, found))))]))]));
    }

    internal static async Task<IResult> GetPage(long edition, int number, HttpContext http, Newspaper newspaper, PreviewOfLayout preview, CancellationToken stop) =>
        await FindAsync(edition, number, newspaper, stop) is { } version
            ? await preview.AnswerAsync(http, await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == edition, stop), version.Layout, null, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Restore(long edition, int number, IFormCollection fields, Newspaper newspaper, Zones zones, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(edition, number, newspaper, stop) is not { } version) return TypedResults.NotFound();
        var page = await newspaper.FrontPageOfAsync(edition, stop);
        if (fields["Stamp"] != page.Stamp.ToString()) throw new RefusalException(Text.T("frontPage.version.stale"));

        var now = clock.GetUtcNow();
        newspaper.FrontPageVersions.Add(page.Show(version.Layout.Renewed(await zones.OfAsync(edition, stop), now), new(staff.Name, staff.By, FrontPageCause.Restored, number), now));
        newspaper.Audit(staff, "front-page-restored", $"edition/{(await newspaper.Editions.SingleAsync(row => row.Id == edition, stop)).PublicId}", $"{number}", now);
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            throw new RefusalException(Text.T("frontPage.version.stale"));
        }
        return TypedResults.Redirect($"/newsroom/front-page?edition={edition}");
    }

    private static Task<FrontPageVersion?> FindAsync(long edition, int number, Newspaper newspaper, CancellationToken stop) =>
        newspaper.FrontPageVersions.AsNoTracking().SingleOrDefaultAsync(row => row.EditionId == edition && row.Number == number, stop);

    private static VersionLine LineOf(FrontPageVersion version, Edition edition) => new(version, ArticleStateText.Time(version.At, edition), version.Cause switch
    {
        FrontPageCause.Planned => Text.T("frontPage.version.planned"),
        FrontPageCause.Restored => Text.T("frontPage.version.restored", ("number", version.From)),
        _ => Text.T("frontPage.version.arranged"),
    });
}
