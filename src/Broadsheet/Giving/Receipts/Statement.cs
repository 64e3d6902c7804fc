using Broadsheet.Storage.Changes;

namespace Broadsheet.Giving.Receipts;

/// <summary>
/// That a giver gets a statement of a year, and that it was mailed. What it says is not kept here: it is read from the ledger each time, so
/// that it cannot say anything else.
/// </summary>
[StaysInNewsroom]
public sealed class Statement(long entityId, int year, long donorId, DateTimeOffset madeAt)
{
    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long EntityId { get; private set; } = entityId;
    public int Year { get; private set; } = year;
    public long DonorId { get; private set; } = donorId;
    public DateTimeOffset MadeAt { get; private set; } = madeAt;

    /// <summary>When a mail was written; null: the paper knows no address.</summary>
    public DateTimeOffset? MailedAt { get; private set; }

    public string FileName => $"statement-{Year}.pdf";

    public void NoteMailed(DateTimeOffset now) => MailedAt = now;
}
