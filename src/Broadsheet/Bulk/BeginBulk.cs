using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Planning;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bulk;

/// <summary>What was done to many stories, and the form for words to be replaced.</summary>
public sealed record BulkListView(IReadOnlyList<BulkAct> Acts, PlanningNames Names, BulkForm Form, Problems Problems);

/// <param name="Ids">The stories ticked in the list; empty: all that the list shows.</param>
public sealed record BulkEditView(string Scope, string Ids, int Count, PlanningNames Names, IReadOnlyList<Choice> Topics, Problems Problems);

/// <summary>
/// GET /newsroom/bulk lists what was done to many stories and asks for words to be replaced; GET /newsroom/bulk/new asks what to do with
/// stories of a list; POST /newsroom/bulk begins to look. Nothing is changed before its page was seen.
/// </summary>
public static class BeginBulk
{
    private const int Shown = 30;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/bulk", List).Requires(Permission.PublishArticles);
        newsroom.MapGet("/bulk/new", New).Requires(Permission.PublishArticles);
        newsroom.MapPost("/bulk", Post).Requires(Permission.PublishArticles);
    }

    internal static async Task<IResult> List(Newspaper newspaper, TimeProvider clock, CancellationToken stop) =>
        await ListAsync(new BulkForm(new BulkChange(), ""), Problems.None, newspaper, clock, stop);

    internal static async Task<IResult> New(HttpRequest request, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var ids = string.Join(',', request.Query["id"].Where(id => long.TryParse(id, CultureInfo.InvariantCulture, out _)));
        return await EditAsync(StoryFilter.Read(request.Query).Query, ids, Problems.None, staff, newspaper, clock, stop);
    }

    internal static async Task<IResult> Post(IFormCollection posted, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var form = BulkForm.Read(posted);
        var problems = form.Check(posted.ContainsKey("Find"));
        if (problems.Any && posted.ContainsKey("Find")) return await ListAsync(form, problems, newspaper, clock, stop, StatusCodes.Status422UnprocessableEntity);
        if (problems.Any) return await EditAsync(posted["Scope"].ToString(), posted["Ids"].ToString(), problems, staff, newspaper, clock, stop, StatusCodes.Status422UnprocessableEntity);

        var act = new BulkAct(form.Change, form.Scope, staff.By, clock.GetUtcNow());
        await newspaper.WriteAsync(async () =>
        {
            newspaper.BulkActs.Add(act);
            await newspaper.SaveChangesAsync(stop);
            newspaper.Next(act, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return Results.Redirect($"/newsroom/bulk/{act.Id}");
    }

    private static async Task<IResult> ListAsync(BulkForm form, Problems problems, Newspaper newspaper, TimeProvider clock, CancellationToken stop, int status = StatusCodes.Status200OK) =>
        Page.Of<BulkListPage, BulkListView>(new(
            await newspaper.BulkActs.AsNoTracking().OrderByDescending(row => row.Id).Take(Shown).ToListAsync(stop), await PlanningNames.LoadAsync(newspaper, clock, stop), form, problems), status);

    private static async Task<IResult> EditAsync(string scope, string ids, Problems problems, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop, int status = StatusCodes.Status200OK)
    {
        var names = await PlanningNames.LoadAsync(newspaper, clock, stop);
        var count = ids.Length > 0 ? ids.Split(',').Length
            : await StoryFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(scope))).Of(newspaper.PlannedStories(staff), names, staff.MemberId).CountAsync(stop);
        var topics = await newspaper.Topics.AsNoTracking().OrderBy(row => row.Name).ToListAsync(stop);
        return Page.Of<BulkEditPage, BulkEditView>(new(scope, ids, count, names, [.. topics.Select(topic => new Choice($"{topic.PublicId}", topic.Name))], problems), status);
    }
}

/// <param name="Scope">Which stories, as the act keeps it.</param>
public sealed record BulkForm(BulkChange Change, string Scope)
{
    private const int LongestWords = 500;

    public static BulkForm Read(IFormCollection form)
    {
        var ids = form["Ids"].ToString();
        var filter = form.ContainsKey("Scope")
            ? StoryFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(form["Scope"])))
            : new StoryFilter(Stage: form["stage"].ToString(), Section: form["section"].ToString(), Edition: form["edition"].ToString());
        return new(new BulkChange
        {
            Find = form["Find"].ToString(),
            Replace = form["Replace"].ToString(),
            MatchesCase = form["MatchesCase"] == "true",
            WholeWords = form["WholeWords"] == "true",
            FollowsCase = form["FollowsCase"] == "true",
            Quotations = form["Quotations"] == "true",
            Section = Id(form["Section"]),
            AddTopic = Id(form["AddTopic"]),
            RemoveTopic = Id(form["RemoveTopic"]),
            AssignTo = long.TryParse(form["AssignTo"], CultureInfo.InvariantCulture, out var member) ? member : null,
            Stage = form["MoveTo"].ToString() is { Length: > 0 } stage ? stage : null,
        }, ids.Length > 0 ? $"ids={ids}" : filter.Query);
    }

    public Problems Check(bool replaces)
    {
        var problems = new Problems();
        if (replaces && Change.Find.Trim().Length == 0) problems.Add("Find", Text.T("bulk.problem.find"));
        if (Change.Find.Length > LongestWords || Change.Replace.Length > LongestWords) problems.Add("Find", Text.T("bulk.problem.long", ("most", LongestWords)));
        if (replaces && Change.Find == Change.Replace) problems.Add("Replace", Text.T("bulk.problem.same"));
        if (!replaces && Change.IsEmpty) problems.Add(Text.T("bulk.problem.nothing"));
        return problems;
    }

    private static Guid? Id(string? typed) => Guid.TryParse(typed, out var id) ? id : null;
}
