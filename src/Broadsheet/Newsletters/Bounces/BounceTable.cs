using Broadsheet.Newsletters.Issues;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Newsletters.Bounces;

internal sealed class BounceTable : IEntityTypeConfiguration<Bounce>
{
    public void Configure(EntityTypeBuilder<Bounce> bounce)
    {
        bounce.ToTable("bounces");
        bounce.HasIndex(row => row.Key).IsUnique();
        bounce.HasIndex(row => new { row.AddressHash, row.At });
        bounce.HasIndex(row => row.DeliveryId);
        bounce.Property(row => row.Key).HasMaxLength(100);
        bounce.Property(row => row.Problem).HasMaxLength(Bounce.LongestProblem);
        bounce.HasOne<Delivery>().WithMany().HasForeignKey(row => row.DeliveryId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class BounceSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Bounce> Bounces => newspaper.Set<Bounce>();
    }
}
