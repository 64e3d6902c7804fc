using Broadsheet.Editions;
using Broadsheet.Readers;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Giving.Supporters;

/// <summary>POST /account/supporter: a giver says how the paper may name her; an empty name takes her off every list at once.</summary>
public static class NameSupporter
{
    public static void Map(IEndpointRouteBuilder account) => account.MapPost("/supporter", Post);

    internal static async Task<IResult> Post(HttpContext http, IFormCollection fields, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var (reader, edition, name) = (http.Reader.Reader, http.Edition!, fields["name"].ToString().ReplaceLineEndings(" ").Trim());
        if (name.Length > DonationWish.LongestName) name = name[..DonationWish.LongestName];
        await newspaper.WriteAsync(async () =>
        {
            if (await newspaper.Donors.SingleOrDefaultAsync(row => row.Address == reader.Address, stop) is not { } donor) return;

            await newspaper.NameDonorAsync(donor.Id, edition.Id, name, clock.GetUtcNow(), stop);
        }, stop);
        return Results.Redirect("/account");
    }

    extension(Newspaper newspaper)
    {
        /// <summary>Has her named so wherever she is named, else in this edition; without a name, nowhere. Call it inside WriteAsync; it saves.</summary>
        internal async Task NameDonorAsync(long donor, long edition, string name, DateTimeOffset now, CancellationToken stop)
        {
            var rows = await newspaper.NamedSupporters.Where(row => row.DonorId == donor).ToListAsync(stop);
            if (name.Length == 0) newspaper.NamedSupporters.RemoveRange(rows);
            else if (rows.Count == 0) newspaper.NamedSupporters.Add(new Supporter(edition, donor, name, now));
            else rows.ForEach(row => row.Name = name);

            // What runs on must not say otherwise.
            foreach (var series in await newspaper.RecurringDonations.Where(row => row.DonorId == donor).ToListAsync(stop)) series.Wish = series.Wish with { PublicName = name };
            await newspaper.SaveChangesAsync(stop);
        }
    }
}
