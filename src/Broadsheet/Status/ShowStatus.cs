using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Paper.Edge;
using Broadsheet.Paper.Press;
using Broadsheet.Paper.Press.Disk;
using Broadsheet.Paper.Themes;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Status;

/// <param name="LastMade">When the page was made that readers get meanwhile; null: they get an error.</param>
public sealed record FailedPage(PageFailure Failure, DateTimeOffset? LastMade);

/// <param name="Waiting">Changes that the shared cache was not told of yet.</param>
/// <param name="Refusals">How often in a row it refused.</param>
public sealed record EdgeStatus(string Driver, int Waiting, int Refusals, DateTimeOffset? Next);

public sealed record StatusView(
    NewsroomClock Clock, IReadOnlyList<FailedPage> Failed, IReadOnlyList<ThemeProblem> Theme,
    int InMemory, double MemoryMegabytes, int MemoryBound, int OnDisk, long Made, EdgeStatus? Edge);

/// <summary>GET /newsroom/status: what is wrong with the paper's pages, and what the press of this node holds.</summary>
public static class ShowStatus
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapGet("/status", Get).Requires(Permission.RunMachine);

    internal static async Task<IResult> Get(Newspaper newspaper, PagePress press, PageFiles files, CurrentTheme theme, MachineSettings machine, CancellationToken stop) =>
        Page.Of<ShowStatusPage, StatusView>(new(
            await newspaper.ClockAsync(stop),
            [.. press.Failures.All.Select(failure => new FailedPage(failure, press.LastMade(failure.Name)))],
            theme.Problems(),
            press.Store.Count, press.Store.Size / 1024.0 / 1024, machine.Press.MemoryMegabytes, files.Count, press.Makings,
            await EdgeAsync(newspaper, machine.Edge, stop)));

    private static async Task<EdgeStatus?> EdgeAsync(Newspaper newspaper, EdgeSettings settings, CancellationToken stop)
    {
        if (settings.Driver.Length == 0 || await newspaper.Set<EdgeLedger>().AsNoTracking().SingleOrDefaultAsync(stop) is not { } ledger) return null;

        var waiting = await newspaper.Set<Invalidation>().CountAsync(row => row.Id > ledger.Below, stop) - ledger.Above.Count;
        return new(settings.Driver, waiting, ledger.Failures, ledger.Failures > 0 ? ledger.NotBefore : null);
    }
}
