using System.Globalization;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Giving.Receipts;

/// <summary>Whom a receipt names.</summary>
/// <param name="Address">Lines of a postal address; empty where the paper knows none.</param>
/// <param name="HasDeclared">She has made a Gift Aid declaration.</param>
public sealed record ReceiptGiver(string Name, string Address = "", bool HasDeclared = false)
{
    public const int LongestAddress = 500;
}

/// <summary>
/// Says that money was given, by whom, when and how much. Nothing of it changes: it can be void, and one that takes its place has its number
/// with a mark. Numbers run without a gap within an entity and the gift's year.
/// </summary>
[StaysInNewsroom]
public sealed class Receipt
{
    /// <param name="copy">0 for the first of a donation.</param>
    public Receipt(LegalEntity entity, Donation donation, int number, int copy, ReceiptGiver giver, DateTimeOffset now)
    {
        (EntityId, DonationId, EditionId) = (entity.Id, donation.Id, donation.EditionId);
        (Year, Number, Copy, Day) = (donation.Day.Year, number, copy, donation.Day);
        (Minor, Currency) = (donation.Minor, donation.Currency);
        (Issuer, Giver, IssuedAt) = (entity.Details, giver, now);
    }

    private Receipt() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long EntityId { get; private set; }
    public long DonationId { get; private set; }

    /// <summary>In whose language it is.</summary>
    public long EditionId { get; private set; }

    public int Year { get; private set; }
    public int Number { get; private set; }

    /// <summary>The how manieth of its number, from 0. The one before is void.</summary>
    public int Copy { get; private set; }

    /// <summary>The day of the gift.</summary>
    public DateOnly Day { get; private set; }

    public long Minor { get; private set; }
    public string Currency { get; private set; } = "";
    public EntityDetails Issuer { get; private set; } = new();
    public ReceiptGiver Giver { get; private set; } = new("");
    public DateTimeOffset IssuedAt { get; private set; }
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>Null when it became void by itself, as all was given back.</summary>
    public long? VoidedByStaffId { get; private set; }

    public string VoidReason { get; private set; } = "";

    /// <summary>Its giver had herself erased: nobody sees it any more, but the law has it kept.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The day from which on the law no longer has it kept; set when it is closed.</summary>
    public DateOnly? DestroyOn { get; private set; }

    public Money Given => new(Minor, Currency);
    public bool IsVoid => VoidedAt is not null;

    /// <summary>As printed: <c>2026-000481</c>, and <c>2026-000481-R1</c> for what took its place.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:D6}{(Copy == 0 ? "" : $"-R{Copy}")}");

    public string FileName => $"receipt-{Mark}.pdf";

    /// <param name="staff">Null: by itself.</param>
    public void Void(long? staff, string reason, DateTimeOffset now)
    {
        if (IsVoid) return;
        (VoidedAt, VoidedByStaffId, VoidReason) = (now, staff, reason);
    }

    /// <summary>Nobody sees it from now on; it goes when the years are over that begin after the gift's.</summary>
    public void Close(int keepYears, DateTimeOffset now) => (ClosedAt, DestroyOn) = (now, new DateOnly(Year + keepYears + 1, 1, 1));
}
