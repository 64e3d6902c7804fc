using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Keys;

public sealed record LateReadingsView(IReadOnlyList<LateLine> Waiting, IReadOnlyList<LateLine> Done, NewsroomClock Clock);

/// <param name="Link">Where readers read it; null when they cannot (any more).</param>
/// <param name="MayRead">Whether this person can be the second who read it.</param>
public sealed record LateLine(LateReading Reading, string Headline, string? Link, string Publisher, string? Reader, bool MayRead);

/// <summary>GET /newsroom/read-after-publication: what went out with one key; POST …/7 says that one has read it.</summary>
public static class ReadAfterwards
{
    private const int LatestDone = 30;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/read-after-publication", Get).Requires(Permission.PublishArticles);
        newsroom.MapPost("/read-after-publication/{id:long}", Post).Requires(Permission.PublishArticles);
    }

    internal static async Task<IResult> Get(Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var waiting = await LinesAsync(newspaper.LateReadings.AsNoTracking().Where(row => row.ReadAt == null).OrderBy(row => row.PublishedAt), staff, newspaper, stop);
        var done = await LinesAsync(newspaper.LateReadings.AsNoTracking().Where(row => row.ReadAt != null).OrderByDescending(row => row.ReadAt).Take(LatestDone), staff, newspaper, stop);
        return Page.Of<LateReadingsPage, LateReadingsView>(new(waiting, done, await newspaper.ClockAsync(stop)));
    }

    internal static async Task<IResult> Post(long id, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.LateReadings.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } reading) return TypedResults.NotFound();
        var article = await newspaper.Articles.Include(row => row.Draft).SingleAsync(row => row.Id == reading.ArticleId, stop);
        if (!article.IsVisibleTo(staff)) throw new RefusalException(Text.T("article.notYours"), StatusCodes.Status403Forbidden);
        await newspaper.DemandMayPublishAsync(article, staff, stop);
        if (article.CreatedBy == staff.By) throw new ArticleException(Text.T("late.yours"));

        reading.Read(staff.By, clock.GetUtcNow());
        newspaper.Audit(staff, "read-after-publication", $"article/{article.PublicId}", null, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/read-after-publication");
    }

    private static async Task<List<LateLine>> LinesAsync(IQueryable<LateReading> readings, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        var rows = await readings.ToListAsync(stop);
        var (ids, people) = (rows.Select(row => row.ArticleId).ToList(), rows.SelectMany(row => new[] { row.PublishedBy, row.ReadBy ?? 0 }).ToHashSet());
        var articles = await newspaper.Articles.AsNoTracking().VisibleTo(staff).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, stop);
        var names = await newspaper.StaffMembers.Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, stop);
        var sections = await newspaper.Sections.AsNoTracking().ToDictionaryAsync(row => row.Id, stop);
        var editions = await newspaper.Editions.AsNoTracking().ToDictionaryAsync(row => row.Id, stop);

        return [.. from row in rows
            where articles.ContainsKey(row.ArticleId)
            let article = articles[row.ArticleId]
            let section = article.SectionId is { } id ? sections.GetValueOrDefault(id) : null
            select new LateLine(row, article.Headline,
                article.PublicStatus == StatusCodes.Status200OK && section is not null ? editions[article.EditionId].PathOf($"/{section.Slug}/{article.Slug}") : null,
                names.GetValueOrDefault(row.PublishedBy) ?? Text.T("keys.token"), row.ReadBy is { } reader ? names.GetValueOrDefault(reader, "") : null,
                row.PublishedBy != staff.By && article.CreatedBy != staff.By && section is not null && staff.MayPublishIn(section.Id))];
    }
}

/// <summary>On every page of those who can: something went out with one key and waits to be read.</summary>
internal sealed class LateReadingNotice(Newspaper newspaper) : IPersonalNotice
{
    public async Task<PersonalNotice?> SayAsync(HttpContext http)
    {
        if (Staff.Find(http.User) is not { } staff || !staff.May(Permission.PublishArticles)) return null;
        var (by, visible) = (staff.By, newspaper.Articles.VisibleTo(staff));
        var count = await newspaper.LateReadings.CountAsync(row => row.ReadAt == null && row.PublishedBy != by && visible.Any(article => article.Id == row.ArticleId && article.CreatedBy != by), http.RequestAborted);
        return count == 0 ? null : new("/newsroom/read-after-publication", Text.T("late.notice", ("count", count)));
    }
}
