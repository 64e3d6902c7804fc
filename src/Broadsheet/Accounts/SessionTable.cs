using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Accounts;

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("staff_sessions");
        session.HasIndex(one => one.SecretHash).IsUnique();
        session.HasIndex(one => one.PublicId).IsUnique();
        session.HasOne<StaffMember>().WithMany().HasForeignKey(one => one.MemberId);
        session.Property(one => one.Device).HasMaxLength(200);
        session.Property(one => one.Address).HasMaxLength(64);
    }
}

public static class SessionQueries
{
    extension(Newspaper newspaper)
    {
        public DbSet<Session> Sessions => newspaper.Set<Session>();

        /// <summary>Ends every session of a member, but for the one to be kept. Counts from the next request on.</summary>
        public Task EndSessionsAsync(long memberId, long? except = null) => newspaper.WriteAsync(() =>
            newspaper.Sessions.Where(one => one.MemberId == memberId && one.Id != except).ExecuteDeleteAsync());
    }
}
