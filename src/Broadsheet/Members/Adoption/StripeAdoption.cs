using Broadsheet.Accounts;
using Broadsheet.Giving;
using Broadsheet.Giving.Cards;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Stripe;

namespace Broadsheet.Members.Adoption;

/// <summary>
/// Takes over what readers pay at the paper's account at Stripe without a form of ours having begun it: from then on its payments are donations or memberships
/// here, and nobody enters a card again. At Stripe nothing is changed. Asked twice, it is done once.
/// </summary>
public sealed class StripeAdoption(Newspaper newspaper, StripeRoad road, FactBook book, TimeProvider clock)
{
    private const int PageSize = 100;

    /// <summary>Looks at the subscriptions of the account, the newest first, and says of each what becomes of it.</summary>
    /// <param name="only">Prices and products that are taken over; none: all.</param>
    /// <param name="edition">In whose name gifts go on; memberships go on in that of their tier.</param>
    public async IAsyncEnumerable<ForeignSeries> LookAsync(long edition, IReadOnlyCollection<string> only, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var tiers = await newspaper.Tiers.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop);
        var options = new SubscriptionListOptions { Status = "all", Limit = PageSize, Expand = ["data.customer"] };
        while (true)
        {
            var asked = clock.GetUtcNow();
            var page = await road.Api.Subscriptions.ListAsync(options, cancellationToken: stop);
            var ids = page.Data.Select(one => one.Id).ToList();
            var known = (await newspaper.RecurringDonations.Where(row => ids.Contains(row.StripeId)).Select(row => row.StripeId).ToListAsync(stop)).ToHashSet();
            foreach (var one in page.Data)
            {
                var tier = tiers.Find(tier => IdsOf(one).Any(tier.IsAtStripe));
                var fact = StripeReading.SeriesOf(one, asked);
                yield return new(one, known.Contains(one.Id) ? AdoptionVerdict.Known : VerdictOn(one, fact, only),
                    fact is null ? null : fact with { Adoption = new(tier?.EditionId ?? edition, tier?.PublicId, asked) }, tier);
            }
            if (!page.HasMore || page.Data.Count == 0) yield break;
            options.StartingAfter = page.Data[^1].Id;
        }
    }

    /// <summary>Writes down what was looked at and is to be taken over.</summary>
    /// <param name="by">Null: the command line.</param>
    /// <returns>How many were taken over.</returns>
    public async Task<int> TakeOverAsync(IReadOnlyList<ForeignSeries> found, Staff? by, CancellationToken stop)
    {
        var facts = found.Where(one => one.IsTakenOver).Select(one => one.Fact!).ToList();
        foreach (var some in facts.Chunk(PageSize)) await book.WriteAsync(new(some, [], []), stop);
        if (facts.Count == 0) return 0;

        newspaper.Audit(by, "stripe-adopted", "stripe/subscriptions", $"{facts.Count}", clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return facts.Count;
    }

    private static AdoptionVerdict VerdictOn(Subscription one, SeriesFact? fact, IReadOnlyCollection<string> only) =>
        one.Metadata?.ContainsKey(BeginPayment.RequestKey) == true ? AdoptionVerdict.Ours
        : only.Count > 0 && !IdsOf(one).Any(only.Contains) ? AdoptionVerdict.NotAsked
        : one.Status is "incomplete" or "incomplete_expired" ? AdoptionVerdict.NeverPaid
        : one.Status == "canceled" ? AdoptionVerdict.Ended
        : one.Items.Data.Count > 1 ? AdoptionVerdict.Several
        : fact is null ? AdoptionVerdict.OtherRhythm
        : fact.Amount.Minor <= 0 ? AdoptionVerdict.NoAmount
        : AdoptionVerdict.TakenOver;

    private static IEnumerable<string> IdsOf(Subscription one) => one.Items.Data.SelectMany(item => new[] { item.Price?.Id, item.Price?.ProductId }).OfType<string>();
}
