using Broadsheet.Accounts;
using Broadsheet.AuditDesk;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Notices;

/// <summary>POST /newsroom/notices/mail: which kinds come to me by mail.</summary>
public static class ChooseNotices
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/notices/mail", Post).Requires(Permission.EnterNewsroom).WithoutAudit("It is nobody else’s.");

    internal static async Task<IResult> Post(IFormCollection form, Staff staff, Newspaper newspaper, IEnumerable<NoticeKind> kinds, CancellationToken stop)
    {
        if (staff.MemberId is not { } me) return TypedResults.NotFound();
        var wanted = form["ByMail"].ToHashSet();
        var choice = await newspaper.NoticeChoices.SingleOrDefaultAsync(row => row.MemberId == me, stop);
        if (choice is null) newspaper.NoticeChoices.Add(choice = new NoticeChoice(me));
        // Only what differs is kept: a kind that comes later says for itself whether it comes by mail.
        choice.ByMail = [.. kinds.Where(kind => !kind.ByMail && wanted.Contains(kind.Name)).Select(kind => kind.Name)];
        choice.NotByMail = [.. kinds.Where(kind => kind.ByMail && !wanted.Contains(kind.Name)).Select(kind => kind.Name)];
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.LocalRedirect("/newsroom/notices");
    }
}
