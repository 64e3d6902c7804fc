using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Newsletters.Clicks;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

/// <param name="Counts">How many of its deliveries are in which state.</param>
/// <param name="Figures">Null: nobody got it yet.</param>
public sealed record EditIssueView(Edition Edition, Newsletter Newsletter, Issue Issue, IssueForm Form, IReadOnlyList<OfferedStory> Stories, IReadOnlyList<PictureJson> Pictures, IReadOnlyDictionary<DeliveryState, int> Counts, IssueFigures? Figures, IReadOnlyList<StoryClicks> Clicks, int Subscribers, bool HasAddress, Problems Problems);

/// <summary>GET, POST /newsroom/issues/7: what is written in it, and how far it is.</summary>
public static class EditIssue
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/issues/{id:long}", Get).Requires(Permission.RunNewsletters);
        newsroom.MapPost("/issues/{id:long}", Post).Requires(Permission.RunNewsletters);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, TimeProvider clock, CancellationToken stop) =>
        await newspaper.Issues.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is { } issue
            ? await AnswerAsync(issue, IssueForm.Of(issue), Problems.None, StatusCodes.Status200OK, newspaper, clock, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Issues.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } issue) return TypedResults.NotFound();
        var form = IssueForm.Read(fields);
        if (form.Check() is { Any: true } problems) return await AnswerAsync(issue, form, problems, StatusCodes.Status422UnprocessableEntity, newspaper, clock, stop);
        try
        {
            if (form.Revision == issue.Revision && issue.Change(form.Subject, form.Preheader, form.Intro, form.Stories, form.Segment, form.Picture))
            {
                await newspaper.SaveChangesAsync(stop);
                return TypedResults.Redirect($"/newsroom/issues/{id}");
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            issue = await newspaper.Issues.AsNoTracking().SingleAsync(row => row.Id == id, stop);
        }
        return await AnswerAsync(issue, form with { Revision = issue.Revision }, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, newspaper, clock, stop);
    }

    internal static async Task<IResult> AnswerAsync(Issue issue, IssueForm form, Problems problems, int status, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var (newsletter, edition) = await newspaper.OfIssueAsync(issue, stop);
        var stories = await newspaper.OfferedAsync(newsletter, issue.Id, form.Stories, clock.GetUtcNow(), stop);
        var counts = await newspaper.Deliveries.Where(row => row.IssueId == issue.Id).GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, stop);
        var figures = (await newspaper.FiguresOfAsync([issue], stop)).GetValueOrDefault(issue.Id);
        var clicks = figures is null ? [] : await newspaper.ClicksByStoryAsync(issue, stop);
        return Page.Of<EditIssuePage, EditIssueView>(new(edition, newsletter, issue, form, stories, await newspaper.Pictures.ToChooseAsync(form.Picture, stop), counts, figures, clicks, await issue.Segment.Of(newsletter, edition, newspaper, clock.GetUtcNow()).CountAsync(stop), await newspaper.HasPostalAddressAsync(edition.Id, stop), problems), status);
    }
}
