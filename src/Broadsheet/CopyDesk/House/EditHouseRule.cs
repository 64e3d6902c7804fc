using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.House;

/// <param name="Rule">Null while it is being made.</param>
public sealed record EditHouseRuleView(HouseRule? Rule, HouseRuleForm Form, Problems Problems, IReadOnlyList<StaleText>? Stale = null);

/// <summary>GET /newsroom/house-style/new and /newsroom/house-style/7; POST makes, changes, removes.</summary>
public static class EditHouseRule
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/house-style/new", New).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/house-style", Make).Requires(Permission.ArrangePaper);
        newsroom.MapGet("/house-style/{id:long}", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/house-style/{id:long}", Post).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/house-style/{id:long}/removal", Remove).Requires(Permission.ArrangePaper);
    }

    internal static IResult New() => Answer(null, HouseRuleForm.Empty, Problems.None);

    internal static async Task<IResult> Make(IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        var form = HouseRuleForm.Read(fields);
        var problems = form.Check();
        if (problems.Any) return Answer(null, form, problems, StatusCodes.Status422UnprocessableEntity);

        newspaper.HouseRules.Add(new(form.Text));
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/house-style");
    }

    internal static async Task<IResult> Get(long id, Newspaper newspaper, CancellationToken stop) =>
        await newspaper.HouseRules.FindAsync([id], stop) is { } rule ? Answer(rule, HouseRuleForm.Of(rule), Problems.None) : TypedResults.NotFound();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.HouseRules.FindAsync([id], stop) is not { } rule) return TypedResults.NotFound();
        var form = HouseRuleForm.Read(fields);
        if (form.Revision != rule.Revision) return Stale(rule, form);
        var problems = form.Check();
        if (problems.Any) return Answer(rule, form, problems, StatusCodes.Status422UnprocessableEntity);

        try
        {
            rule.Change(form.Text);
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect("/newsroom/house-style");
        }
        catch (DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.HouseRules.FindAsync([id], stop) is { } now ? Stale(now, form) : TypedResults.NotFound();
        }
    }

    internal static async Task<Results<RedirectHttpResult, NotFound>> Remove(long id, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.HouseRules.FindAsync([id], stop) is not { } rule) return TypedResults.NotFound();

        newspaper.HouseRules.Remove(rule);
        newspaper.Audit(staff, "house-rule-removed", $"house-rule/{rule.PublicId}", rule.Find, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/house-style");
    }

    private static RazorComponentResult Stale(HouseRule theirs, HouseRuleForm form) => Answer(
        theirs, form with { Revision = theirs.Revision }, new Problems().Add(Text.T("stale.title")), StatusCodes.Status409Conflict, form.Against(theirs));

    private static RazorComponentResult Answer(HouseRule? rule, HouseRuleForm form, Problems problems, int status = StatusCodes.Status200OK, IReadOnlyList<StaleText>? stale = null) =>
        Page.Of<EditHouseRulePage, EditHouseRuleView>(new(rule, form, problems, stale), status);
}
