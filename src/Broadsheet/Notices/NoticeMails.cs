using System.Text;
using Broadsheet.Accounts;
using Broadsheet.Machine;
using Broadsheet.Mail;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Words;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Notices;

/// <summary>
/// Puts what somebody was told and has not seen into one mail: two minutes after it was said, in case she sees it here, and
/// not more often than every half hour. Nobody gets thirty mails in an hour. What cannot wait takes the rest with it.
/// </summary>
public sealed class NoticeMails(IServiceScopeFactory scopes, IEnumerable<NoticeKind> kinds, MachineSettings machine, Hosts hosts, TimeProvider clock, ILogger<NoticeMails> log)
    : Rounds("Gathering notices for mail", TimeSpan.FromSeconds(10), log)
{
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(2);
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(30);

    private const int MostLines = 40;

    private readonly string[] urgent = [.. kinds.Where(kind => kind.AtOnce).Select(kind => kind.Name)];

    protected override bool IsOn => machine.Mail.IsOn && machine.MayReachOutside;

    protected override Task RoundAsync(CancellationToken stop) => GatherAsync(stop);

    /// <summary>Writes the mails that are due now, at most one a person.</summary>
    public async Task GatherAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var now = clock.GetUtcNow();
        var (ripe, lately) = (now - Wait, now - Between);
        var waiting = newspaper.Notices.Where(row => row.MailedAt == null && row.At <= ripe).Select(row => row.MemberId).Distinct();
        // Who had a mail lately waits: what comes until then goes into the next.
        var had = newspaper.Notices.Where(row => row.MailedAt > lately).Select(row => row.MemberId);
        foreach (var member in await newspaper.Notices.Where(row => row.MailedAt == null && row.SeenAt == null && urgent.Contains(row.Kind)).Select(row => row.MemberId).Distinct().ToListAsync(stop)) await WriteAsync(newspaper, member, now, now, stop);
        foreach (var member in await waiting.Where(member => !had.Contains(member)).ToListAsync(stop)) await WriteAsync(newspaper, member, ripe, now, stop);
    }

    private Task WriteAsync(Newspaper newspaper, long id, DateTimeOffset ripe, DateTimeOffset now, CancellationToken stop) => newspaper.WriteAsync(async () =>
    {
        var open = await newspaper.Notices.AsNoTracking().Where(row => row.MemberId == id && row.MailedAt == null && row.At <= ripe).OrderBy(row => row.Id).ToListAsync(stop);
        var member = await newspaper.StaffMembers.AsNoTracking().SingleAsync(row => row.Id == id, stop);
        var choice = await newspaper.NoticeChoices.AsNoTracking().SingleOrDefaultAsync(row => row.MemberId == id, stop) ?? new NoticeChoice(id);
        var wanted = kinds.Where(choice.Wants).Select(kind => kind.Name).ToHashSet();
        var told = open.Where(row => row.SeenAt is null && wanted.Contains(row.Kind)).ToList();

        var ids = open.Select(row => row.Id).ToList();
        // One of two nodes that gather at once finds them taken. What is left out of all mails does not count as one: its time is that of the notice.
        var toldIds = told.Select(row => row.Id).ToList();
        var taken = await newspaper.Notices.Where(row => ids.Contains(row.Id) && row.MailedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.MailedAt, row => toldIds.Contains(row.Id) ? now : DateTimeOffset.UnixEpoch), stop);
        if (taken < ids.Count || told.Count == 0 || !member.IsActive) return;

        Spoken.In(member.Language);
        newspaper.Send(member.Email!, member.Name, Subject(told), Text(told), now);
        await newspaper.SaveChangesAsync(stop);
    }, stop);

    private static string Subject(List<Notice> told) => told is [var only] ? NoticeText.Of(only) : T("notices.mail.subject", ("count", told.Count));

    private string Text(List<Notice> told)
    {
        var text = new StringBuilder();
        foreach (var notice in told.Take(MostLines))
        {
            text.AppendLine(NoticeText.Of(notice));
            if (notice.Detail.Length > 0) text.Append("> ").AppendLine(notice.Detail.ReplaceLineEndings(" "));
            text.AppendLine(hosts.Link(notice.Href)).AppendLine();
        }

        if (told.Count > MostLines) text.AppendLine(T("notices.mail.more", ("count", told.Count - MostLines))).AppendLine();
        return text.Append("-- ").AppendLine().AppendLine(T("notices.mail.foot", ("address", hosts.Link("/newsroom/notices")))).ToString();
    }
}
