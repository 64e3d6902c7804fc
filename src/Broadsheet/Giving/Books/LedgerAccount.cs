namespace Broadsheet.Giving.Books;

/// <summary>
/// The accounts of the ledger. What the paper has or is owed grows by debit (above zero), what it is given by credit (below zero).
/// Names are those of plain-text accounting, parts parted by colons.
/// </summary>
public static class LedgerAccount
{
    /// <summary>What lies at Stripe: equal to the balance that Stripe itself shows, waiting money included.</summary>
    public const string Stripe = "Assets:Stripe";

    public const string Bank = "Assets:Bank";
    public const string Cash = "Assets:Cash";
    public const string DonatedOnce = "Income:Donations:Once";
    public const string DonatedAgain = "Income:Donations:Recurring";

    /// <summary>Paid for a membership, which is a price and no gift.</summary>
    public const string Memberships = "Income:Memberships";

    /// <summary>Given back. It stands beside the donations and takes nothing away from what was once booked there.</summary>
    public const string Refunded = "Income:Donations:Refunded";

    /// <summary>Taken back by a giver's bank, until Stripe returns it.</summary>
    public const string Disputed = "Income:Donations:Disputed";

    /// <summary>The same of memberships: what a giver's yearly statement sums has nothing to do with them.</summary>
    public const string MembershipsRefunded = "Income:Memberships:Refunded";

    /// <inheritdoc cref="MembershipsRefunded"/>
    public const string MembershipsDisputed = "Income:Memberships:Disputed";

    public const string Fees = "Expenses:Fees";

    /// <summary>Where one currency becomes another: what was given in one reached Stripe in the other.</summary>
    public const string Conversion = "Equity:Conversion";

    /// <summary>Moved at Stripe without a donation: a person has to say what it was.</summary>
    public const string Unsorted = "Equity:Unsorted";

    /// <summary>Where it is booked that money of a donation went back.</summary>
    public static string RefundedOf(Donation donation) => donation.Wish.Tier is null ? Refunded : MembershipsRefunded;

    /// <summary>Where it is booked that a giver's bank took it back.</summary>
    public static string DisputedOf(Donation donation) => donation.Wish.Tier is null ? Disputed : MembershipsDisputed;
}
