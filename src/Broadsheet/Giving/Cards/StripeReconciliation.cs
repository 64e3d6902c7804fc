using Broadsheet.Giving.Books;
using Broadsheet.Machine;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Stripe;

namespace Broadsheet.Giving.Cards;

/// <summary>
/// Every night walks through all that moved at Stripe since the last time and books what no event told of: webhooks get lost, and nobody
/// should notice. Stripe lists movements by their time; those of the last days are looked at again, since some appear late.
/// </summary>
public sealed partial class StripeReconciliation(IServiceScopeFactory scopes, StripeRoad road, TimeProvider clock, ILogger<StripeReconciliation> log)
    : Rounds("The nightly comparison with Stripe", TimeSpan.FromMinutes(10), log)
{
    private static readonly TimeSpan Again = TimeSpan.FromDays(3), Every = TimeSpan.FromHours(24);
    private const int PageSize = 100;

    protected override bool IsOn => road.IsOn;
    protected override bool RestsFirst => true;

    protected override async Task RoundAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        var now = clock.GetUtcNow();
        var last = await newspaper.StripeComparisons.OrderByDescending(row => row.At).FirstOrDefaultAsync(stop);
        var night = TimeZoneInfo.ConvertTime(now, await newspaper.ZoneOfBooksAsync(stop)).Hour is >= 2 and < 5;
        if (last is null || (night && now - last.At > Every / 2) || now - last.At > Every) await CompareAsync(scope.ServiceProvider, stop);
    }

    /// <summary>Compares now, whatever the hour.</summary>
    /// <returns>How many movements no event had told of.</returns>
    public async Task<int> CompareAsync(IServiceProvider services, CancellationToken stop)
    {
        var newspaper = services.GetRequiredService<Newspaper>();
        var begun = clock.GetUtcNow();
        var since = await newspaper.StripeComparisons.OrderByDescending(row => row.At).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(stop) - Again;
        var (reading, missed, seen) = (new StripeReading(road, clock), 0, 0);
        var options = new BalanceTransactionListOptions { Limit = PageSize, Created = since is { } from ? new DateRangeOptions { GreaterThanOrEqual = from.UtcDateTime } : null };
        while (true)
        {
            var page = await road.Api.BalanceTransactions.ListAsync(options, cancellationToken: stop);
            var keys = page.Data.Select(one => $"stripe:{one.Id}").ToList();
            var booked = (await newspaper.LedgerEntries.Where(row => keys.Contains(row.Key)).Select(row => row.Key).ToListAsync(stop)).ToHashSet();
            var facts = Facts.None;
            foreach (var one in page.Data.Where(one => !booked.Contains($"stripe:{one.Id}"))) facts = facts.With(await reading.MovementAsync(one, stop));
            if (facts.Movements.Count > 0) await services.GetRequiredService<FactBook>().WriteAsync(facts, stop);
            (missed, seen) = (missed + page.Data.Count - booked.Count, seen + page.Data.Count);
            if (!page.HasMore || page.Data.Count == 0) break;
            options.StartingAfter = page.Data[^1].Id;
        }
        newspaper.StripeComparisons.Add(new StripeComparison(begun, seen, missed, await BalancesAsync(stop), await newspaper.BalancesOfAsync(LedgerAccount.Stripe, stop)));
        await newspaper.SaveChangesAsync(stop);
        if (missed > 0) Found(missed);
        return missed;
    }

    private async Task<IReadOnlyList<Money>> BalancesAsync(CancellationToken stop)
    {
        var balance = await road.Api.Balance.GetAsync(cancellationToken: stop);
        return [.. balance.Available.Select(one => (one.Currency, one.Amount)).Concat(balance.Pending.Select(one => (one.Currency, one.Amount)))
            .GroupBy(one => one.Currency.ToUpperInvariant()).Select(same => new Money(same.Sum(one => one.Amount), same.Key))];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} movements at Stripe had not been told of; they are booked now")]
    private partial void Found(int count);
}
