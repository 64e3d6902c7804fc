using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Receipts.Desk;

/// <param name="Receipts">All of the donation, the last one last.</param>
/// <param name="HasEntity">Somebody gives out receipts for its edition.</param>
/// <param name="Said">What was just done or could not be; null: nothing.</param>
/// <param name="Sent">A form that was refused, with what was typed into it.</param>
public sealed record DonationReceiptsView(Donation Donation, IReadOnlyList<Receipt> Receipts, bool HasEntity, bool IsErased, bool MayRun, string? Said, IFormCollection? Sent = null)
{
    /// <summary>What was typed into a field; null when nothing was sent.</summary>
    public string? Typed(string field) => Sent is null ? null : Sent[field].ToString();

    private static readonly string[] Sayings = ["issued", "void", "name", "reason"];

    public static async Task<DonationReceiptsView> OfAsync(Donation donation, Donor donor, bool mayRun, string? said, IFormCollection? sent, Newspaper newspaper, CancellationToken stop) => new(
        donation, await newspaper.OpenReceipts.AsNoTracking().Where(row => row.DonationId == donation.Id).OrderBy(row => row.Copy).ToListAsync(stop),
        await newspaper.EntityOfAsync(donation.EditionId, stop) is not null, donor.ErasedAt is not null, mayRun, Sayings.Contains(said) ? said : null, sent);
}
