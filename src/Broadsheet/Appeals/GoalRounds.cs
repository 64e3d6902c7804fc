using Broadsheet.Giving;
using Broadsheet.Giving.Books;
using Broadsheet.Machine;
using Broadsheet.Messages;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Appeals;

/// <summary>
/// Notes once a minute how much of each goal was given, by the books. The pages that show a goal are made from its message's row, so they are made anew when it
/// is another amount and at no other time; readers' pages read nothing of the books.
/// </summary>
public sealed class GoalRounds(IServiceScopeFactory scopes, ILogger<GoalRounds> log) : Rounds("The counter of goals", TimeSpan.FromMinutes(1), log)
{
    private static readonly List<string> Accounts = [LedgerAccount.DonatedOnce, LedgerAccount.DonatedAgain, LedgerAccount.Refunded, LedgerAccount.Disputed];

    protected override Task RoundAsync(CancellationToken stop) => NoteAsync(stop);

    /// <summary>Notes what was given until now.</summary>
    public async Task NoteAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        foreach (var message in (await newspaper.Messages.Where(row => row.IsOn).ToListAsync(stop)).Where(row => row.Goal is not null))
        {
            if (!message.NoteReached(await GivenAsync(newspaper, message.EditionId, message.Goal!, stop))) continue;
            try
            {
                await newspaper.SaveChangesAsync(stop);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody saved the message just now: the next round notes it.
                newspaper.Entry(message).State = EntityState.Detached;
            }
        }
    }

    // What is given is booked below zero. Only what belongs to a gift of that edition and time, and what went back of it.
    private static async Task<long> GivenAsync(Newspaper newspaper, long edition, MessageGoal goal, CancellationToken stop)
    {
        var gifts = newspaper.Donations;
        return -await
        (from entry in newspaper.LedgerEntries
         from gift in gifts
         where gift.Id == entry.DonationId && gift.EditionId == edition && gift.Day >= goal.From && gift.Day <= goal.Until
         from line in entry.Lines
         where line.Currency == goal.Currency && Accounts.Contains(line.Account)
         select line.Minor).SumAsync(stop);
    }
}
