using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.CopyDesk.Archive;

/// <param name="Run">The last one; null when there was none.</param>
/// <param name="Rules">How often each rule fired in it, the worst harm first.</param>
public sealed record ArchiveView(ArchiveRun? Run, IReadOnlyList<ArchiveRule> Rules, IReadOnlyList<ArchiveFinding> Stories, string Rule, int PageNumber, bool HasMore);

public sealed record ArchiveRule(string Rule, Harm Harm, int Count);

/// <summary>GET /newsroom/house-style/archive: the last report, whole or for one rule; POST begins a new one, which runs in the background.</summary>
public static class CheckArchive
{
    private const int Length = 50;

    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/house-style/archive", Get).Requires(Permission.ArrangePaper);
        newsroom.MapPost("/house-style/archive", Post).Requires(Permission.ArrangePaper);
    }

    internal static async Task<IResult> Get(string? rule, int? page, Newspaper newspaper, CancellationToken stop)
    {
        var (sought, number) = ((rule ?? "").Trim(), Math.Max(1, page ?? 1));
        if (await newspaper.ArchiveRuns.AsNoTracking().OrderByDescending(row => row.Id).FirstOrDefaultAsync(stop) is not { } run)
            return Page.Of<ArchivePage, ArchiveView>(new(null, [], [], "", 1, false));

        // Findings are kept as they were read, a row a story: what is asked of them is asked here.
        var rules = new Dictionary<string, ArchiveRule>();
        var (stories, passed) = (new List<ArchiveFinding>(), 0);
        await foreach (var story in newspaper.ArchiveFindings.AsNoTracking().Where(row => row.RunId == run.Id).OrderByDescending(row => row.Count).ThenBy(row => row.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            foreach (var found in story.Findings) rules[found.Rule] = rules.TryGetValue(found.Rule, out var known) ? known with { Count = known.Count + 1 } : new(found.Rule, found.Harm, 1);
            if (sought.Length > 0 && !story.Findings.Any(found => found.Rule == sought)) continue;
            if (passed++ >= (number - 1) * Length && stories.Count <= Length) stories.Add(story);
        }

        return Page.Of<ArchivePage, ArchiveView>(new(run, [.. rules.Values.OrderBy(one => one.Harm).ThenByDescending(one => one.Count)], [.. stories.Take(Length)], sought, number, stories.Count > Length));
    }

    internal static async Task<IResult> Post(Staff staff, Newspaper newspaper, ArchiveReading archive, TimeProvider clock, CancellationToken stop)
    {
        await newspaper.WriteAsync(async () =>
        {
            // Pressed twice, it runs once.
            if (await newspaper.ArchiveRuns.AnyAsync(row => row.EndedAt == null, stop)) return;
            // The last report is kept until the new one is there; older ones go.
            var last = await newspaper.ArchiveRuns.OrderByDescending(row => row.Id).FirstOrDefaultAsync(stop);
            if (last is not null) await newspaper.ArchiveRuns.Where(row => row.Id != last.Id).ExecuteDeleteAsync(stop);
            var run = new ArchiveRun(staff.By, clock.GetUtcNow(), await archive.CountAsync(stop));
            newspaper.ArchiveRuns.Add(run);
            await newspaper.SaveChangesAsync(stop);
            newspaper.Enqueue(new ArchivePart(run.Id, 0), clock.GetUtcNow(), $"copy-archive/{run.Id}/0");
            await newspaper.SaveChangesAsync(stop);
        }, stop);
        return TypedResults.Redirect("/newsroom/house-style/archive");
    }
}
