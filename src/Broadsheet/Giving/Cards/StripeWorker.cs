using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Stripe;

namespace Broadsheet.Giving.Cards;

/// <summary>
/// Reads what events name and writes it down. Several are taken together: they mostly tell of one payment, which is then asked for once.
/// Two nodes may read the same; what they write is the same.
/// </summary>
public sealed partial class StripeWorker(IServiceScopeFactory scopes, StripeRoad road, TimeProvider clock, ILogger<StripeWorker> log) : Rounds("The reader of Stripe's events", TimeSpan.FromSeconds(1), log)
{
    private const int Together = 40;

    private DateTimeOffset _clearedAt;

    protected override bool IsOn => road.IsOn;

    protected override async Task RoundAsync(CancellationToken stop)
    {
        while (await ReadNextAsync(stop)) { }
        await ClearAsync(stop);
    }

    /// <summary>Reads the events that came first. False when none is due.</summary>
    public async Task<bool> ReadNextAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var events = await newspaper.StripeEvents.Due(clock.GetUtcNow()).Take(Together).ToListAsync(stop);
        if (events.Count == 0) return false;

        var reading = new StripeReading(road, clock);
        var (facts, read) = (Facts.None, new List<string>());
        foreach (var one in events)
        {
            try
            {
                facts = facts.With(await reading.ReadAsync(one.About, stop));
                read.Add(one.Id);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                NotRead(failure, one.Id, one.Kind);
                await PostponeAsync(newspaper, one, failure, stop);
            }
        }
        await newspaper.WriteAsync(async () =>
        {
            await scope.ServiceProvider.GetRequiredService<FactBook>().WriteAsync(facts, stop);
            var now = clock.GetUtcNow();
            await newspaper.StripeEvents.Where(row => read.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, now).SetProperty(row => row.Problem, (string?)null), stop);
        }, stop);
        return true;
    }

    // What Stripe no longer knows, nobody will ever read.
    private Task PostponeAsync(Newspaper newspaper, StripeEvent one, Exception failure, CancellationToken stop)
    {
        var attempts = failure is StripeException { HttpStatusCode: System.Net.HttpStatusCode.NotFound } ? StripeEvent.MostAttempts : one.Attempts + 1;
        var (due, problem) = (clock.GetUtcNow() + StripeEvent.PauseAfter(attempts), failure.Message.Length <= 500 ? failure.Message : failure.Message[..500]);
        return newspaper.WriteAsync(() => newspaper.StripeEvents.Where(row => row.Id == one.Id && row.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, attempts).SetProperty(row => row.DueAt, due).SetProperty(row => row.Problem, problem), stop), stop);
    }

    private async Task ClearAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now - _clearedAt < TimeSpan.FromHours(1)) return;

        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var (oldest, oldestRequest) = (now - StripeEvent.Kept, now - DonationRequest.Lifetime);
        await newspaper.WriteAsync(async () =>
        {
            await newspaper.StripeEvents.Where(row => row.ReadAt < oldest).ExecuteDeleteAsync(stop);
            await newspaper.DonationRequests.Where(row => row.CreatedAt < oldestRequest).ExecuteDeleteAsync(stop);
        }, stop);
        _clearedAt = now;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stripe's event {Id} ({Kind}) was not read; it is tried again")]
    private partial void NotRead(Exception problem, string id, string kind);
}
