using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Chains;

/// <summary>Sees to it that every day has its head, and that the file in the data folder has it, too. What a night without power left out is made up for.</summary>
internal sealed partial class DayHeadKeeper(IServiceScopeFactory scopes, MachineSettings machine, TimeProvider clock, ILogger<DayHeadKeeper> log) : AfterStart
{
    // A start is busy enough without it.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task WorkAsync(CancellationToken stop)
    {
        for (var rest = First; !stop.IsCancellationRequested; rest = Every)
        {
            await OffTheSocket.RestAsync(rest, stop);
            if (stop.IsCancellationRequested) return;
            try
            {
                await LookAsync(stop);
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                NotWritten(problem);
            }
        }
    }

    /// <summary>Writes what is lacking now.</summary>
    internal async Task LookAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (!await newspaper.DayHeads.AnyAsync(row => row.Day >= day, stop)) await newspaper.WriteDayHeadAsync(clock.GetUtcNow(), stop);
        await HeadFile.AddAsync(Path.Combine(machine.Data, HeadFile.Name), await newspaper.DayHeads.AsNoTracking().OrderBy(row => row.Day).ToListAsync(stop), stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The head of the day could not be written; it is tried again")]
    private partial void NotWritten(Exception problem);
}
