using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Notices;

public sealed record NoticesView(IReadOnlyList<Notice> Notices, IReadOnlyList<NoticeKind> Kinds, NoticeChoice Choice, bool HasMail, NewsroomClock Clock);

/// <summary>GET /newsroom/notices: what I was told, newest first.</summary>
public static class ListNotices
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/notices", Get).Requires(Permission.EnterNewsroom);

    internal static async Task<IResult> Get(Staff staff, Newspaper newspaper, IEnumerable<NoticeKind> kinds, MachineSettings machine, CancellationToken stop)
    {
        var me = staff.MemberId ?? 0;
        return Page.Of<NoticesPage, NoticesView>(new(
            await newspaper.Notices.AsNoTracking().Where(row => row.MemberId == me).OrderByDescending(row => row.Id).Take(Most).ToListAsync(stop),
            [.. kinds],
            await newspaper.NoticeChoices.AsNoTracking().SingleOrDefaultAsync(row => row.MemberId == me, stop) ?? new NoticeChoice(me),
            machine.Mail.IsOn, await newspaper.ClockAsync(stop)));
    }
}
