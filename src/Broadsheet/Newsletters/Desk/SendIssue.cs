using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Mail;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Newsletters.Desk;

/// <summary>POST /newsroom/issues/7/sending: a test to oneself, now, at a time, pause, resume, call off. Each names the revision seen, so a double click is one act.</summary>
public static class SendIssue
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/issues/{id:long}/sending", Post).Requires(Permission.RunNewsletters);

    internal static async Task<IResult> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, IssueMails mails, LeavingLinks links, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return await newspaper.WriteAsync<IResult>(async () =>
        {
            if (await newspaper.Issues.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } issue) return TypedResults.NotFound();
            var (newsletter, edition) = await newspaper.OfIssueAsync(issue, stop);
            var act = fields["Act"].ToString();
            // The second of two clicks finds what the first did.
            if (fields["Revision"] != $"{issue.Revision}") return TypedResults.Redirect($"/newsroom/issues/{id}");

            var at = act == "at" ? edition.ReadFieldTime(fields["At"]) : now;
            var problem = act == "at" && (at is null || at <= now) ? "issue.problem.at" : act is "now" or "at" or "test" && !issue.IsReady ? "issue.problem.ready"
                : act is "now" or "at" or "test" && !await newspaper.HasPostalAddressAsync(edition.Id, stop) ? "issue.problem.address" : "";
            if (problem.Length > 0) return await EditIssue.AnswerAsync(issue, IssueForm.Of(issue), new Problems().Add(T(problem)), StatusCodes.Status422UnprocessableEntity, newspaper, clock, stop);

            if (act == "test") await TestAsync(issue, newsletter, edition, staff, newspaper, mails, links, now, stop);
            else if (act is "now" or "at" && issue.Schedule(at!.Value)) newspaper.Enqueue(new StartIssue(issue.Id, issue.Revision), at.Value, $"issue/{issue.PublicId:N}/{issue.Revision}");
            else if (act == "recall") issue.CallOff();
            else if (act == "pause") issue.Pause();
            else if (act == "resume") issue.Resume();
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect($"/newsroom/issues/{id}");
        }, stop);
    }

    private static async Task TestAsync(Issue issue, Newsletter newsletter, Edition edition, Staff staff, Newspaper newspaper, IssueMails mails, LeavingLinks links, DateTimeOffset now, CancellationToken stop)
    {
        if (await newspaper.StaffMembers.SingleOrDefaultAsync(row => row.Id == staff.MemberId, stop) is not { Email: { Length: > 0 } address }) return;
        var (mail, leave) = (await mails.OfAsync(issue, newsletter, edition, stop), links.OfNobody(edition));
        newspaper.Send(address, staff.Name, T("issue.test", ("subject", mail.Subject)), mail.Text(leave), now, mail.Html(leave), leave);
    }
}
