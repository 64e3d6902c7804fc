using Broadsheet.Storage.Changes;

namespace Broadsheet.Giving.Books;

/// <summary>What an entry records.</summary>
public enum EntryKind
{
    Donation,
    Refund,

    /// <summary>A giver's bank took it back, or Stripe returned it: the sign says which.</summary>
    Dispute,

    /// <summary>To the paper's bank, or back from there when the bank refused it.</summary>
    Payout,

    Fee,
    Other,

    /// <summary>A member of staff takes back an entry made by hand; both stay.</summary>
    Reversal,
}

/// <summary>
/// One fact of the books: lines whose amounts come to zero in every currency. It is never changed and never removed; what was wrong is put
/// right by another entry. It names nobody: a donation's row knows its giver, as long as it may.
/// </summary>
[StaysInNewsroom]
public sealed class LedgerEntry
{
    private LedgerEntry() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();

    /// <summary>What is booked, so that it is booked once: <c>stripe:txn_1</c>, <c>hand:ID</c>, <c>reversal:ID</c>.</summary>
    public string Key { get; private set; } = "";

    public EntryKind Kind { get; private set; }

    /// <summary>When the money moved, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The day that was where the paper keeps its books.</summary>
    public DateOnly Day { get; private set; }

    public long? DonationId { get; private set; }

    /// <summary>Who entered it by hand; null when Stripe said so.</summary>
    public long? ByStaffId { get; private set; }

    /// <summary>Why, for what a person entered.</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset BookedAt { get; private set; }
    public List<LedgerLine> Lines { get; private set; } = [];

    /// <summary>What Stripe says moved.</summary>
    /// <param name="donation">Whose money it is; null for payouts and the like.</param>
    /// <param name="zone">Where the paper keeps its books.</param>
    public static LedgerEntry Of(Movement movement, Donation? donation, TimeZoneInfo zone, DateTimeOffset now)
    {
        var entry = new LedgerEntry { Key = $"stripe:{movement.Id}", Kind = movement.Kind, At = movement.At, Day = zone.DayOf(movement.At), DonationId = donation?.Id, BookedAt = now };
        var against = AgainstOf(movement, donation);
        var (settled, fee, given) = (movement.Settled, movement.Fee, movement.Given);

        entry.Add(LedgerAccount.Stripe, settled with { Minor = settled.Minor - fee });
        entry.Add(LedgerAccount.Fees, settled with { Minor = fee });
        if (given.Currency == settled.Currency)
        {
            entry.Add(against, -settled);
        }
        else
        {
            // Each currency comes to zero by itself, and the donations stay in the money in which they were given.
            entry.Add(LedgerAccount.Conversion, -settled);
            entry.Add(LedgerAccount.Conversion, given);
            entry.Add(against, -given);
        }
        return entry;
    }

    /// <summary>A donation in cash or to the bank, entered by a member of staff.</summary>
    /// <param name="into"><see cref="LedgerAccount.Cash"/> or <see cref="LedgerAccount.Bank"/>.</param>
    public static LedgerEntry ByHand(Guid key, long donation, Money given, string into, DateOnly day, long staff, string reason, DateTimeOffset now)
    {
        var entry = new LedgerEntry { Key = $"hand:{key:N}", Kind = EntryKind.Donation, At = now, Day = day, DonationId = donation, ByStaffId = staff, Reason = reason, BookedAt = now };
        entry.Add(into, given);
        entry.Add(LedgerAccount.DonatedOnce, -given);
        return entry;
    }

    /// <summary>Takes back what a person entered. The entry taken back must be loaded with its lines.</summary>
    /// <exception cref="InvalidOperationException">Stripe's entries are taken back at Stripe alone: by a refund.</exception>
    public LedgerEntry Reverse(long staff, string reason, DateOnly day, DateTimeOffset now)
    {
        if (ByStaffId is null || Kind == EntryKind.Reversal) throw new InvalidOperationException("Only what a person entered is reversed by a person.");

        var entry = new LedgerEntry { Key = $"reversal:{PublicId:N}", Kind = EntryKind.Reversal, At = now, Day = day, DonationId = DonationId, ByStaffId = staff, Reason = reason, BookedAt = now };
        // Given back stands beside the donations, as a refund at Stripe does.
        foreach (var line in Lines) entry.Add(line.Account == LedgerAccount.DonatedOnce ? LedgerAccount.Refunded : line.Account, -line.Money);
        return entry;
    }

    private void Add(string account, Money money)
    {
        if (money.Minor != 0) Lines.Add(new LedgerLine(account, money));
    }

    private static string AgainstOf(Movement movement, Donation? donation) => movement.Kind switch
    {
        EntryKind.Donation => donation is null ? LedgerAccount.Unsorted : donation.Wish.Tier is not null ? LedgerAccount.Memberships : donation.RecurringId is null ? LedgerAccount.DonatedOnce : LedgerAccount.DonatedAgain,
        EntryKind.Refund when donation is not null => LedgerAccount.RefundedOf(donation),
        EntryKind.Dispute when donation is not null => LedgerAccount.DisputedOf(donation),
        EntryKind.Payout => LedgerAccount.Bank,
        EntryKind.Fee => LedgerAccount.Fees,
        _ => LedgerAccount.Unsorted,
    };
}

/// <summary>One account's share of an entry.</summary>
[StaysInNewsroom]
public sealed class LedgerLine
{
    internal LedgerLine(string account, Money money) => (Account, Minor, Currency) = (account, money.Minor, money.Currency);

    private LedgerLine() { }

    public long Id { get; private set; }
    public long EntryId { get; private set; }
    public string Account { get; private set; } = "";

    /// <summary>Above zero: debit. Below: credit.</summary>
    public long Minor { get; private set; }

    public string Currency { get; private set; } = "";

    public Money Money => new(Minor, Currency);
}
