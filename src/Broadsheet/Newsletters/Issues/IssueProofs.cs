using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Mail;
using Broadsheet.Notices;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Newsletters.Issues;

/// <summary>Tells those who run newsletters of an issue: what is about to go out, or what waits for one of them.</summary>
public sealed class IssueProofs(Newspaper newspaper, IssueMails mails, LeavingLinks links, Hosts hosts)
{
    public const string Waits = "newsletterWaits";

    /// <summary>The issue as readers will get it, with the way to hold it. Saved with the change that causes it.</summary>
    public async Task ShowAsync(Issue issue, Newsletter newsletter, Edition edition, DateTimeOffset now, CancellationToken stop)
    {
        var (mail, leave) = (await mails.OfAsync(issue, newsletter, edition, stop), links.OfNobody(edition));
        var members = (await newspaper.StaffWhoMayAsync(Permission.RunNewsletters, stop)).Select(staff => staff.By).ToList();
        var text = $"{T("issue.proof.text", ("time", edition.FieldTime(issue.SendAt!.Value)), ("link", hosts.Link($"/newsroom/issues/{issue.Id}")))}\n\n{mail.Text(leave)}";
        foreach (var member in await newspaper.StaffMembers.AsNoTracking().Where(row => members.Contains(row.Id) && row.Email != null).ToListAsync(stop))
            newspaper.Send(member.Email!, member.Name, T("issue.proof", ("subject", mail.Subject)), text, now, mail.Html(leave), leave);
    }

    /// <summary>It does not go out until somebody says so.</summary>
    public async Task WaitAsync(Issue issue, Newsletter newsletter, Waiting why, DateTimeOffset now, CancellationToken stop)
    {
        issue.Wait(why);
        var members = (await newspaper.StaffWhoMayAsync(Permission.RunNewsletters, stop)).Select(staff => staff.By);
        newspaper.Tell(Waits, members, (0, ""), newsletter.Name, $"/newsroom/issues/{issue.Id}", now, T($"issue.waiting.{why}"));
    }
}
