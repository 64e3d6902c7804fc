using Broadsheet.Accounts;
using Broadsheet.AuditDesk;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Notices;

/// <summary>POST /newsroom/notices/7/reading: it is read, and leads to what it is about. POST /newsroom/notices/reading: all of them are.</summary>
public static class ReadNotices
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapPost("/notices/{id:long}/reading", Post).Requires(Permission.EnterNewsroom).WithoutAudit("It is nobody else’s.");
        newsroom.MapPost("/notices/reading", PostAll).Requires(Permission.EnterNewsroom).WithoutAudit("It is nobody else’s.");
    }

    internal static async Task<IResult> Post(long id, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var mine = newspaper.Notices.Where(row => row.Id == id && row.MemberId == staff.MemberId);
        if (await mine.Select(row => row.Href).SingleOrDefaultAsync(stop) is not { } href) return TypedResults.NotFound();
        await SeeAsync(mine, newspaper, clock, stop);
        return TypedResults.LocalRedirect(href);
    }

    internal static async Task<IResult> PostAll(Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        await SeeAsync(newspaper.Notices.Where(row => row.MemberId == staff.MemberId), newspaper, clock, stop);
        return TypedResults.LocalRedirect("/newsroom/notices");
    }

    private static Task SeeAsync(IQueryable<Notice> notices, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return newspaper.WriteAsync(() => notices.Where(row => row.SeenAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), stop), stop);
    }
}
