using System.Threading.Channels;
using Broadsheet.Machine;
using Broadsheet.Messages;
using Broadsheet.Newsletters.Bounces;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsletters.Issues;

/// <summary>
/// Gives out the mails of one issue to the lanes that hand them over. All that is done and all that comes next while a write was under way is
/// answered by the next one together, so the disk is asked once for many mails; yet no lane gets a mail before its last one's fate is on the
/// disk. So a crash repeats at most what the lanes had in hand: one mail each.
/// </summary>
internal sealed class IssueRound(long id, Newspaper newspaper, IssueMails mails, SoleHold hold, DomainBrakes brakes, MachineSettings machine, TimeProvider clock)
{
    private const int MostAttempts = 10;
    private static readonly TimeSpan MostPatience = TimeSpan.FromDays(2);
    private readonly Channel<Wish> _wishes = Channel.CreateUnbounded<Wish>(new() { SingleReader = true });
    private readonly HashSet<long> _inHand = [];
    private DrawnMail? _drawn;

    /// <summary>Writes down what became of the last mail, and gives the next. Null: there is none, or the issue is paused.</summary>
    public Task<IssueTurn?> NextAsync(IssueOutcome? done)
    {
        var wish = new Wish(done);
        return _wishes.Writer.TryWrite(wish) ? wish.Answer.Task : Task.FromResult<IssueTurn?>(null);
    }

    /// <summary>No lane asks any more.</summary>
    public void Close() => _wishes.Writer.TryComplete();

    /// <summary>Answers until <see cref="Close"/>.</summary>
    public async Task ServeAsync(CancellationToken stop)
    {
        var asked = new List<Wish>();
        try
        {
            // Not ended by a stop: what a lane has handed over is still written down.
            while (await _wishes.Reader.WaitToReadAsync(CancellationToken.None))
            {
                while (_wishes.Reader.TryRead(out var wish)) asked.Add(wish);
                await NoteAsync([.. asked.Select(wish => wish.Done).OfType<IssueOutcome>()]);
                var turns = stop.IsCancellationRequested ? [] : await ChooseAsync(asked.Count);
                for (var at = 0; at < asked.Count; at++) asked[at].Answer.SetResult(at < turns.Count ? turns[at] : null);
                asked.Clear();
            }
        }
        catch (Exception problem)
        {
            Close();
            while (_wishes.Reader.TryRead(out var wish)) asked.Add(wish);
            foreach (var wish in asked) wish.Answer.TrySetException(problem);
            throw;
        }
    }

    private async Task NoteAsync(IReadOnlyList<IssueOutcome> outcomes)
    {
        if (outcomes.Count == 0) return;
        var now = clock.GetUtcNow();
        foreach (var domain in outcomes.Where(one => one.State == DeliveryState.HandedOver).Select(one => one.Domain).OfType<string>().Distinct()) brakes.Release(domain);
        var slowed = outcomes.Where(one => one is { State: DeliveryState.Waiting, Domain: { } domain } && brakes.IsMeant(domain, one.IsPlain)).ToList();
        await newspaper.WriteAsync(async () =>
        {
            var handedOver = outcomes.Where(one => one.State == DeliveryState.HandedOver).Select(one => one.Delivery.Id).ToList();
            if (handedOver.Count > 0)
                await newspaper.Deliveries.Where(row => handedOver.Contains(row.Id)).ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.State, DeliveryState.HandedOver).SetProperty(row => row.EndedAt, now).SetProperty(row => row.Problem, (string?)null).SetProperty(row => row.Attempts, row => row.Attempts + 1));
            foreach (var outcome in outcomes.Where(one => one.State != DeliveryState.HandedOver).Except(slowed)) await NoteAsync(outcome, now);
            foreach (var domain in slowed.GroupBy(one => one.Domain!)) await SlowAsync(domain.Key, [.. domain], now);
        });
        newspaper.ChangeTracker.Clear();
        foreach (var outcome in outcomes) _inHand.Remove(outcome.Delivery.Id);
    }

    private async Task NoteAsync(IssueOutcome outcome, DateTimeOffset now)
    {
        var (delivery, attempts, problem) = (outcome.Delivery, outcome.Delivery.Attempts + 1, outcome.Problem);
        var state = outcome.State == DeliveryState.Waiting && attempts >= MostAttempts ? DeliveryState.GivenUp : outcome.State;
        var (due, ended) = state == DeliveryState.Waiting ? (now + TimeSpan.FromSeconds(Math.Min(3600, 15 * Math.Pow(3, delivery.Attempts))), (DateTimeOffset?)null) : (delivery.DueAt, now);
        await newspaper.Deliveries.Where(row => row.Id == delivery.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state)
            .SetProperty(row => row.DueAt, due).SetProperty(row => row.EndedAt, ended).SetProperty(row => row.Problem, problem).SetProperty(row => row.Attempts, attempts));
        if (outcome.IsAboutAddress && state is DeliveryState.Bounced or DeliveryState.GivenUp)
            await newspaper.NoteBounceAsync(delivery.Id, "smtp", state == DeliveryState.Bounced ? BounceKind.Hard : BounceKind.Soft, problem ?? "", now, CancellationToken.None);
    }

    // All that goes there waits, of every issue. It counts as no attempt: that a provider is busy is no reason to give a reader up, for two days.
    private async Task SlowAsync(string domain, IReadOnlyList<IssueOutcome> slowed, DateTimeOffset now)
    {
        var (until, end) = (brakes.Slow(domain), $"@{domain}");
        var (readers, subscriptions) = (newspaper.Readers, newspaper.Subscriptions);
        foreach (var outcome in slowed)
            await newspaper.Deliveries.Where(row => row.Id == outcome.Delivery.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Problem, outcome.Problem));
        var waiting = newspaper.Deliveries.Where(row => row.State == DeliveryState.Waiting && row.DueAt < until
            && (domain == DomainBrakes.All || subscriptions.Any(one => one.Id == row.SubscriptionId && readers.Any(reader => reader.Id == one.ReaderId && reader.Address.EndsWith(end)))));
        await waiting.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, until));
        var ago = now - MostPatience;
        var old = slowed.Select(one => one.Delivery.Id).ToList();
        await newspaper.Deliveries.Where(row => old.Contains(row.Id) && newspaper.Set<Issue>().Any(issue => issue.Id == row.IssueId && issue.StartedAt < ago))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.GivenUp).SetProperty(row => row.EndedAt, now));
    }

    /// <summary>The next so many mails, each asked about at this moment: whether it is still wanted, and what may still stand in it.</summary>
    private async Task<List<IssueTurn>> ChooseAsync(int count)
    {
        var stop = CancellationToken.None;
        await hold.AssureAsync(stop);
        if (await newspaper.AreAppealsStoppedAsync(stop)) return [];
        count = Math.Min(count, await newspaper.LeftOfWarmUpAsync(machine.Mail, clock.GetUtcNow(), stop) - _inHand.Count);
        if (count <= 0) return [];
        var issue = await newspaper.Issues.AsNoTracking().SingleAsync(row => row.Id == id, stop);
        var (newsletter, edition) = await newspaper.OfIssueAsync(issue, stop);
        var mail = await mails.OfAsync(issue, newsletter, edition, stop);
        if (_drawn is null || !_drawn.Mail.IsAs(mail)) _drawn = new(mail);

        var chosen = new List<IssueTurn>();
        while (issue.State == IssueState.Sending && chosen.Count < count)
        {
            var found = await WaitingAsync(count - chosen.Count, stop);
            if (found.Count == 0) break;
            var hashes = found.Select(one => ReaderAddress.HashOf(one.Reader.Address)).ToList();
            var suppressed = (await newspaper.Suppressions.Where(row => hashes.Contains(row.AddressHash)).Select(row => row.AddressHash).ToListAsync(stop)).Select(Convert.ToHexString).ToHashSet();
            // All its stories are gone: nobody gets an empty mail.
            var left = found.Where(one => mail.IsEmpty || !one.Subscription.IsActive || suppressed.Contains(Convert.ToHexString(ReaderAddress.HashOf(one.Reader.Address)))).ToList();
            await NoteAsync([.. left.Select(one => new IssueOutcome(one.Delivery, DeliveryState.Left))]);
            chosen.AddRange(found.Except(left).Select(one => new IssueTurn(one.Delivery, one.Subscription, one.Reader, newsletter, _drawn)));
            _inHand.UnionWith(chosen.Select(one => one.Delivery.Id));
        }
        return chosen;
    }

    private async Task<List<Found>> WaitingAsync(int count, CancellationToken stop)
    {
        var (now, inHand) = (clock.GetUtcNow(), _inHand.ToList());
        return await (from delivery in newspaper.Deliveries.AsNoTracking()
                      where delivery.IssueId == id && delivery.State == DeliveryState.Waiting && delivery.DueAt <= now && !inHand.Contains(delivery.Id)
                      join subscription in newspaper.Subscriptions on delivery.SubscriptionId equals subscription.Id
                      join reader in newspaper.Readers on subscription.ReaderId equals reader.Id
                      orderby delivery.DueAt, delivery.Id
                      select new Found(delivery, subscription, reader)).Take(count).ToListAsync(stop);
    }

    private sealed record Found(Delivery Delivery, Subscription Subscription, Reader Reader);

    private sealed record Wish(IssueOutcome? Done)
    {
        public TaskCompletionSource<IssueTurn?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
