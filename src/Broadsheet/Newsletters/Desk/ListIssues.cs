using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Newsletters.Clicks;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Desk;

/// <param name="Figures">Of those of the latest that were sent, by id.</param>
public sealed record IssueListView(Newsletter Newsletter, Edition Edition, IReadOnlyList<Issue> Issues, IReadOnlyDictionary<long, IssueFigures> Figures);

/// <summary>GET /newsroom/newsletters/7/issues; POST there begins a new one.</summary>
public static class ListIssues
{
    // Counting the mails of all of them would take longer the more of them there are.
    private const int Chosen = 5, Most = 200, MostCounted = 50;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/newsletters/{id:long}/issues", Get).Requires(Permission.RunNewsletters);
        newsroom.MapPost("/newsletters/{id:long}/issues", Post).Requires(Permission.RunNewsletters);
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Newsletters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } newsletter) return TypedResults.NotFound();

        var issues = await newspaper.Issues.AsNoTracking().Where(row => row.NewsletterId == id).OrderByDescending(row => row.Id).Take(Most).ToListAsync(stop);
        return Page.Of<ListIssuesPage, IssueListView>(new(newsletter, await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == newsletter.EditionId, stop), issues, await newspaper.FiguresOfAsync([.. issues.Take(MostCounted)], stop)));
    }

    internal static async Task<IResult> Post(long id, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Newsletters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } newsletter) return TypedResults.NotFound();

        var now = clock.GetUtcNow();
        var issue = new Issue(id, now);
        // A beginning to strike from: the newest, as a front page would have them, without what somebody paid for.
        var stories = (await newspaper.OfferedAsync(newsletter, 0, [], now, stop)).Where(story => !story.IsSponsored).Take(Chosen).Select(story => story.Id);
        issue.Change("", "", "", [.. stories], Segment.All);
        newspaper.Issues.Add(issue);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/issues/{issue.Id}");
    }
}
