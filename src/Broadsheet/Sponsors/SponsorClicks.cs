using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Sponsors;

/// <summary>How often a sponsor's link was followed on one day of its edition. Nothing here says by whom.</summary>
[StaysInNewsroom]
public sealed class SponsorClicks(long sponsorshipId, DateOnly day, long clicks)
{
    public long SponsorshipId { get; private set; } = sponsorshipId;
    public DateOnly Day { get; private set; } = day;
    public long Clicks { get; private set; } = clicks;
}

internal sealed class SponsorClicksTable : IEntityTypeConfiguration<SponsorClicks>
{
    public void Configure(EntityTypeBuilder<SponsorClicks> clicks)
    {
        clicks.ToTable("sponsor_clicks");
        clicks.HasKey(row => new { row.SponsorshipId, row.Day });
        clicks.HasOne<Sponsorship>().WithMany().HasForeignKey(row => row.SponsorshipId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class SponsorSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<Sponsorship> Sponsorships => newspaper.Set<Sponsorship>();
        public DbSet<SponsorClicks> SponsorClicks => newspaper.Set<SponsorClicks>();
    }
}
