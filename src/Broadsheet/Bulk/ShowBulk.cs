using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Planning;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bulk;

/// <param name="What">The change in words.</param>
public sealed record BulkView(BulkAct Act, string What, IReadOnlyList<BulkLine> Lines, int Chosen, int Changed, int Skipped, int Refused, PlanningNames Names, int Number, bool HasMore, Problems Problems)
{
    public bool IsBusy => Act.State is BulkState.Looking or BulkState.Running or BulkState.TakingBack;

    public string Path => $"/newsroom/bulk/{Act.Id}";

    /// <summary>The name of a place's tick.</summary>
    public static string PlaceOf(BulkLine line, int number) => string.Create(CultureInfo.InvariantCulture, $"{line.Id}.{number}");
}

/// <summary>
/// GET /newsroom/bulk/5: every change it would make, story by story, and how far it is. POST …/choice takes the ticks of a page; …/application
/// does it, …/removal takes it back.
/// </summary>
public static class ShowBulk
{
    private const int PerPage = 100;

    // A tick a place, and a common word stands in many.
    private const int MostTicks = 100_000;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/bulk/{id:long}", Get).Requires(Permission.PublishArticles);
        newsroom.MapPost("/bulk/{id:long}/choice", Choose).Requires(Permission.PublishArticles).WithFormOptions(valueCountLimit: MostTicks);
        newsroom.MapPost("/bulk/{id:long}/application", Apply).Requires(Permission.PublishArticles).WithFormOptions(valueCountLimit: MostTicks);
        newsroom.MapPost("/bulk/{id:long}/removal", TakeBack).Requires(Permission.PublishArticles);
    }

    internal static async Task<IResult> Get(long id, int? page, Newspaper newspaper, TimeProvider clock, CancellationToken stop) =>
        await newspaper.BulkActs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is { } act
            ? await PageAsync(act, Math.Max(1, page ?? 1), Problems.None, newspaper, clock, stop)
            : TypedResults.NotFound();

    internal static async Task<IResult> Choose(long id, IFormCollection form, Newspaper newspaper, CancellationToken stop)
    {
        if (!await TakeTicksAsync(id, form, newspaper, stop)) return TypedResults.NotFound();
        return TypedResults.Redirect($"/newsroom/bulk/{id}?page={(int.TryParse(form["next"], CultureInfo.InvariantCulture, out var next) ? next : 1)}");
    }

    internal static async Task<IResult> Apply(long id, IFormCollection form, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var reason = form["Reason"].ToString().Trim();
        return await newspaper.WriteAsync<IResult>(async () =>
        {
            if (!await TakeTicksAsync(id, form, newspaper, stop)) return TypedResults.NotFound();
            var act = await newspaper.BulkActs.SingleAsync(row => row.Id == id, stop);
            var chosen = await newspaper.BulkLines.CountAsync(row => row.ActId == id && row.IsChosen, stop);
            var problems = new Problems();
            if (reason.Length == 0) problems.Add("Reason", Text.T("bulk.problem.reason"));
            if (act.State != BulkState.Ready) problems.Add(Text.T("bulk.problem.notReady"));
            if (chosen == 0) problems.Add(Text.T("bulk.problem.none"));
            if (problems.Any) return await PageAsync(act, 1, problems, newspaper, clock, stop, StatusCodes.Status422UnprocessableEntity);

            await newspaper.BulkLines.Where(row => row.ActId == id && !row.IsChosen).ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, BulkOutcome.LeftOut), stop);
            (act.State, act.Reason, act.Cursor, act.Done, act.Total, act.Revision) = (BulkState.Running, reason, 0, 0, chosen, act.Revision + 1);
            newspaper.Next(act, clock.GetUtcNow());
            newspaper.Audit(staff, "bulk-change", $"bulk/{id}", reason, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect($"/newsroom/bulk/{id}");
        }, stop);
    }

    internal static async Task<IResult> TakeBack(long id, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.BulkActs.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } act) return TypedResults.NotFound();
        if (act.State != BulkState.Done) throw new RefusalException(Text.T("bulk.problem.notDone"));

        var changed = await newspaper.BulkLines.CountAsync(row => row.ActId == id && row.Outcome == BulkOutcome.Changed, stop);
        (act.State, act.Cursor, act.Done, act.Total, act.Revision) = (BulkState.TakingBack, 0, 0, changed, act.Revision + 1);
        newspaper.Next(act, clock.GetUtcNow());
        newspaper.Audit(staff, "bulk-change-taken-back", $"bulk/{id}", act.Reason, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect($"/newsroom/bulk/{id}");
    }

    // The ticks of those lines that stood on the page; others keep theirs.
    private static async Task<bool> TakeTicksAsync(long id, IFormCollection form, Newspaper newspaper, CancellationToken stop)
    {
        if (!await newspaper.BulkActs.AnyAsync(row => row.Id == id, stop)) return false;
        var (seen, chosen, shown) = (Ids("seen"), Ids("chosen"), Ids("shown"));
        var places = form["place"].ToHashSet();
        foreach (var line in await newspaper.BulkLines.Where(row => row.ActId == id && seen.Contains(row.Id) && row.Outcome == BulkOutcome.Planned).ToListAsync(stop))
        {
            line.Hits = [.. line.Hits.Select((hit, number) => hit with { IsChosen = places.Contains(BulkView.PlaceOf(line, number)) })];
            line.IsChosen = chosen.Contains(line.Id) && (line.Hits.Count == 0 || line.Hits.Any(hit => hit.IsChosen));
            line.IsShown = line.IsChosen && shown.Contains(line.Id) && line.IsPublished;
        }
        await newspaper.SaveChangesAsync(stop);
        return true;

        List<long> Ids(string field) => [.. form[field].Select(text => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0)];
    }

    private static async Task<IResult> PageAsync(BulkAct act, int number, Problems problems, Newspaper newspaper, TimeProvider clock, CancellationToken stop, int status = StatusCodes.Status200OK)
    {
        var names = await PlanningNames.LoadAsync(newspaper, clock, stop);
        var all = newspaper.BulkLines.AsNoTracking().Where(row => row.ActId == act.Id);
        var lines = await all.OrderBy(row => row.Id).Skip((number - 1) * PerPage).Take(PerPage + 1).ToListAsync(stop);
        return Page.Of<BulkPage, BulkView>(new(
            act, await SayAsync(act.Change, names, newspaper, stop), [.. lines.Take(PerPage)], await all.CountAsync(row => row.IsChosen, stop), await all.CountAsync(row => row.Outcome == BulkOutcome.Changed, stop),
            await all.CountAsync(row => row.Outcome == BulkOutcome.Skipped, stop), await all.CountAsync(row => row.Outcome == BulkOutcome.Refused, stop), names, number, lines.Count > PerPage, problems), status);
    }

    private static async Task<string> SayAsync(BulkChange change, PlanningNames names, Newspaper newspaper, CancellationToken stop)
    {
        if (change.IsReplacement) return Text.T("bulk.say.replace", ("find", change.Find), ("replace", change.Replace));
        var said = new List<string>();
        if (change.Section is { } section) said.Add(Text.T("bulk.say.section", ("name", names.Sections.FirstOrDefault(row => row.PublicId == section)?.Name)));
        if (change.AddTopic is { } added) said.Add(Text.T("bulk.say.add", ("name", await TopicAsync(added))));
        if (change.RemoveTopic is { } removed) said.Add(Text.T("bulk.say.remove", ("name", await TopicAsync(removed))));
        if (change.AssignTo is { } member) said.Add(member == 0 ? Text.T("bulk.say.nobody") : Text.T("bulk.say.assign", ("name", names.NameOf(member))));
        if (change.Stage is { } stage) said.Add(Text.T("bulk.say.stage", ("name", names.Stages.Find(stage)?.Name)));
        return string.Join("; ", said);

        async Task<string?> TopicAsync(Guid id) => await newspaper.AllTopics.Where(row => row.PublicId == id).Select(row => row.Name).SingleOrDefaultAsync(stop);
    }
}
