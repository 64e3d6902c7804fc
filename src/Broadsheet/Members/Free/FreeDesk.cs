using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Members.Free;

/// <summary>A membership that was given, with what it is and who gave it.</summary>
public sealed record ListedFree(FreeMembership Given, Tier Tier, string By, bool IsOn);

/// <param name="Added">How many memberships a file brought.</param>
/// <param name="Left">Its lines that were not taken.</param>
public sealed record FreeReport(int Added, IReadOnlyList<LeftLine> Left)
{
    public const int MostShown = 500;
}

/// <param name="OnlyRunning">Those that have ended are left out.</param>
public sealed record FreeView(IReadOnlyList<ListedFree> Found, bool HasMore, bool OnlyRunning, IReadOnlyList<Tier> Tiers, FreeForm Form, Problems Problems, FreeReport? Report);

/// <summary>GET /newsroom/memberships lists what the paper gives away; POST gives one, POST /newsroom/memberships/7/end ends it.</summary>
public static class FreeDesk
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/memberships", Get).Requires(Permission.RunDonations);
        newsroom.MapPost("/memberships", Post).Requires(Permission.RunDonations);
        newsroom.MapPost("/memberships/{id:long}/end", PostEnd).Requires(Permission.RunDonations);
    }

    internal static Task<IResult> Get(string? all, Newspaper newspaper, TimeProvider clock, CancellationToken stop) =>
        AnswerAsync(newspaper, clock, FreeForm.Empty, Problems.None, null, StatusCodes.Status200OK, stop, all != "true");

    internal static async Task<IResult> Post(IFormCollection fields, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var (form, tiers, now) = (FreeForm.Read(fields), await TiersAsync(newspaper, stop), clock.GetUtcNow());
        var problems = form.Check(tiers, await TodayAsync(newspaper, now, stop));
        if (problems.Any) return await AnswerAsync(newspaper, clock, form, problems, null, StatusCodes.Status422UnprocessableEntity, stop);

        var free = new FreeMembership(Readers.ReaderAddress.Read(form.Address)!, tiers.First(tier => tier.PublicId.ToString() == form.Tier), form.LastDay!.Value, form.Reason, staff.By, now);
        newspaper.FreeMemberships.Add(free);
        newspaper.Audit(staff, "membership-given", $"membership/{free.PublicId}", form.Reason, now);
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/memberships");
    }

    internal static async Task<IResult> PostEnd(long id, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.FreeMemberships.FindAsync([id], stop) is not { } free) return TypedResults.NotFound();

        free.End(clock.GetUtcNow());
        newspaper.Audit(staff, "membership-ended", $"membership/{free.PublicId}", null, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return TypedResults.Redirect("/newsroom/memberships");
    }

    internal static Task<List<Tier>> TiersAsync(Newspaper newspaper, CancellationToken stop) => newspaper.Tiers.AsNoTracking().OrderBy(row => row.EditionId).ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(stop);

    // By the newsroom's clock: a day more or less is nobody's loss.
    internal static async Task<DateOnly> TodayAsync(Newspaper newspaper, DateTimeOffset now, CancellationToken stop) =>
        (await newspaper.ClockAsync(stop)).DayOf(now);

    internal static async Task<IResult> AnswerAsync(Newspaper newspaper, TimeProvider clock, FreeForm form, Problems problems, FreeReport? report, int status, CancellationToken stop, bool onlyRunning = true)
    {
        var (tiers, today) = (await TiersAsync(newspaper, stop), await TodayAsync(newspaper, clock.GetUtcNow(), stop));
        var found = await newspaper.FreeMemberships.AsNoTracking().Where(row => !onlyRunning || (row.EndedAt == null && row.Until >= today)).OrderByDescending(row => row.Id).Take(Most + 1).ToListAsync(stop);
        var by = found.Select(row => row.GivenByStaffId).ToHashSet();
        var names = await newspaper.StaffMembers.Where(row => by.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, stop);
        return Page.Of<FreePage, FreeView>(new([.. found.Take(Most).Select(row => new ListedFree(row, tiers.First(tier => tier.Id == row.TierId), names.GetValueOrDefault(row.GivenByStaffId, ""), row.IsOn(today)))],
            found.Count > Most, onlyRunning, tiers, form, problems, report), status);
    }
}
