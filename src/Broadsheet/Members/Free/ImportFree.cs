using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Members.Free;

/// <summary>POST /newsroom/memberships/import: every good line is taken, every other reported by its number. The same file twice brings nothing twice.</summary>
public static class ImportFree
{
    private const long MostBytes = 5 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/memberships/import", Post).Requires(Permission.RunDonations).WithFormOptions(multipartBodyLengthLimit: MostBytes);

    internal static async Task<IResult> Post(HttpRequest request, Newspaper newspaper, Staff staff, TimeProvider clock, CancellationToken stop)
    {
        var fields = await request.ReadFormAsync(stop);
        var (form, tiers, now) = (FreeForm.Read(fields), await FreeDesk.TiersAsync(newspaper, stop), clock.GetUtcNow());
        var today = await FreeDesk.TodayAsync(newspaper, now, stop);
        var problems = form.Check(tiers, today, asksAddress: false);
        FreeFile? file = null;
        try
        {
            if (fields.Files.Count != 1) problems.Add("File", T("free.problem.file"));
            else if ((file = FreeFile.Read(await fields.Files[0].ReadTextAsync(stop), form, tiers, today)) is null) problems.Add("File", T("free.problem.columns"));
        }
        catch (FormatException broken)
        {
            problems.Add("File", broken.Message);
        }
        if (problems.Any) return await FreeDesk.AnswerAsync(newspaper, clock, form, problems, null, StatusCodes.Status422UnprocessableEntity, stop);

        // All or nothing: what the report says is what is there.
        var report = await newspaper.WriteAsync(async () =>
        {
            var taken = await TakeAsync(file!, newspaper, staff, today, now, stop);
            newspaper.Audit(staff, "memberships-imported", "memberships", $"{taken.Added}, {taken.Left.Count} left out", now);
            await newspaper.SaveChangesAsync(stop);
            return taken;
        }, stop);
        return await FreeDesk.AnswerAsync(newspaper, clock, FreeForm.Empty, Problems.None, report, StatusCodes.Status200OK, stop);
    }

    private static async Task<FreeReport> TakeAsync(FreeFile file, Newspaper newspaper, Staff staff, DateOnly today, DateTimeOffset now, CancellationToken stop)
    {
        var (left, added) = (file.Left.ToList(), 0);
        foreach (var group in file.Good.Chunk(500))
        {
            var addresses = group.Select(line => line.Address.Normal).ToList();
            var running = (await newspaper.FreeMemberships.Where(row => addresses.Contains(row.Address) && row.EndedAt == null && row.Until >= today).ToListAsync(stop)).ToLookup(row => row.Address);
            foreach (var line in group)
            {
                if (running[line.Address.Normal].Any(row => row.TierId == line.Tier.Id && row.Until >= line.Until))
                {
                    left.Add(new(line.Number, line.Address.Typed, T("free.why.has")));
                    continue;
                }
                newspaper.FreeMemberships.Add(new FreeMembership(line.Address, line.Tier, line.Until, line.Reason, staff.By, now));
                added++;
            }
            await newspaper.SaveChangesAsync(stop);
        }
        return new(added, [.. left.OrderBy(line => line.Number)]);
    }
}
