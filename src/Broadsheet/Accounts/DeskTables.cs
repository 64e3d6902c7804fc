using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Accounts;

internal sealed class DeskTable : IEntityTypeConfiguration<Desk>
{
    public void Configure(EntityTypeBuilder<Desk> desk)
    {
        desk.ToTable("desks");
        desk.HasIndex(one => one.PublicId).IsUnique();
        desk.Property(one => one.Name).HasMaxLength(100);
        desk.Property(one => one.Revision).IsConcurrencyToken();
        desk.HasMany(one => one.Members).WithOne().HasForeignKey(one => one.DeskId);
        desk.HasMany(one => one.Sections).WithOne().HasForeignKey(one => one.DeskId);
    }
}

internal sealed class DeskMemberTable : IEntityTypeConfiguration<DeskMember>
{
    public void Configure(EntityTypeBuilder<DeskMember> member)
    {
        member.ToTable("desk_members");
        member.HasKey(one => new { one.DeskId, one.MemberId });
        member.HasOne<StaffMember>().WithMany().HasForeignKey(one => one.MemberId);
    }
}

public static class DeskQueries
{
    extension(Newspaper newspaper)
    {
        public DbSet<Desk> Desks => newspaper.Set<Desk>();

        /// <summary>The desks at which somebody works, the oldest first: a story that she begins is the first one's.</summary>
        public Task<List<StaffDesk>> DesksOfAsync(long memberId, CancellationToken stop) => newspaper.Desks.AsNoTracking()
            .Where(desk => desk.Members.Any(one => one.MemberId == memberId))
            .OrderBy(desk => desk.Id)
            .Select(desk => new StaffDesk(desk.Id, desk.Name, desk.SharesStories, desk.Sections.Select(one => one.SectionId).ToList()))
            .ToListAsync(stop);
    }
}
