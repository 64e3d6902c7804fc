using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Accounts;

internal sealed class OneTimeLinkTable : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> link)
    {
        link.ToTable("one_time_links");
        link.HasIndex(one => one.SecretHash).IsUnique();
        link.HasIndex(one => one.PublicId).IsUnique();
        link.HasIndex(one => one.Only).IsUnique();
        link.HasOne<StaffMember>().WithMany().HasForeignKey(one => one.MemberId);
        link.HasOne<Role>().WithMany().HasForeignKey(one => one.RoleId).OnDelete(DeleteBehavior.Cascade);
        link.Property(one => one.Email).HasMaxLength(256);
        link.Property(one => one.Only).HasMaxLength(20);
    }
}

public static class OneTimeLinkQueries
{
    extension(Newspaper newspaper)
    {
        public DbSet<OneTimeLink> OneTimeLinks => newspaper.Set<OneTimeLink>();

        /// <summary>Looks at a link without using it. Throws <see cref="SpentLinkException"/> when it opens nothing (any more).</summary>
        public async Task<OneTimeLink> OpenAsync(LinkKind kind, string? key, DateTimeOffset now) =>
            await newspaper.OneTimeLinks.AsNoTracking().Good(kind, key, now).FirstOrDefaultAsync() ?? throw new SpentLinkException();

        /// <summary>
        /// Uses a link up, in the transaction of what it was used for. Of two who come at once one gets it: the row
        /// changes only for the first.
        /// </summary>
        public async Task<OneTimeLink> SpendAsync(LinkKind kind, string? key, DateTimeOffset now)
        {
            var link = await newspaper.OpenAsync(kind, key, now);
            var spent = await newspaper.OneTimeLinks.Where(one => one.Id == link.Id && one.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, now));
            return spent == 1 ? link : throw new SpentLinkException();
        }
    }

    extension(IQueryable<OneTimeLink> links)
    {
        public IQueryable<OneTimeLink> Waiting(LinkKind kind, DateTimeOffset now) =>
            links.Where(one => one.Kind == kind && one.UsedAt == null && one.ExpiresAt > now);

        private IQueryable<OneTimeLink> Good(LinkKind kind, string? key, DateTimeOffset now)
        {
            var hash = Secret.HashOf(key ?? "");
            return links.Waiting(kind, now).Where(one => one.SecretHash == hash);
        }
    }
}
