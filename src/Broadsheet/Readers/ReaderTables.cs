using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Readers;

internal sealed class ReaderTable : IEntityTypeConfiguration<Reader>
{
    public void Configure(EntityTypeBuilder<Reader> reader)
    {
        reader.ToTable("readers");
        reader.HasIndex(row => row.PublicId).IsUnique();
        reader.HasIndex(row => row.Address).IsUnique();
        reader.Property(row => row.Address).HasMaxLength(ReaderAddress.Longest);
        reader.Property(row => row.TypedAddress).HasMaxLength(ReaderAddress.Longest);
        reader.Property(row => row.Name).HasMaxLength(200);
        reader.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReaderSessionTable : IEntityTypeConfiguration<ReaderSession>
{
    public void Configure(EntityTypeBuilder<ReaderSession> session)
    {
        session.ToTable("reader_sessions");
        session.HasIndex(row => row.PublicId).IsUnique();
        session.HasIndex(row => row.SecretHash).IsUnique();
        session.Property(row => row.Device).HasMaxLength(200);
        session.HasOne<Reader>().WithMany().HasForeignKey(row => row.ReaderId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SignInRequestTable : IEntityTypeConfiguration<SignInRequest>
{
    public void Configure(EntityTypeBuilder<SignInRequest> request)
    {
        request.ToTable("sign_in_requests");
        request.HasIndex(row => row.PublicId).IsUnique();
        request.HasIndex(row => row.BrowserHash).IsUnique();
        request.HasIndex(row => row.LinkHash).IsUnique();
        request.HasIndex(row => row.Address);
        request.HasIndex(row => row.ExpiresAt);
        request.Property(row => row.Address).HasMaxLength(ReaderAddress.Longest);
        request.Property(row => row.TypedAddress).HasMaxLength(ReaderAddress.Longest);
    }
}

public static class ReaderSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<Reader> Readers => newspaper.Set<Reader>();
        public DbSet<ReaderSession> ReaderSessions => newspaper.Set<ReaderSession>();
        public DbSet<SignInRequest> SignInRequests => newspaper.Set<SignInRequest>();

        internal Task NoteSeenAsync(long reader, DateTimeOffset now, CancellationToken stop) => newspaper.Readers.Where(row => row.Id == reader).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), stop);

        /// <summary>The reader of an address; one is made when there is none. Only for who has just proved that the address is hers. Call it inside WriteAsync, and save.</summary>
        public async Task<Reader> ReaderOfAsync(ReaderAddress address, long edition, DateTimeOffset now, CancellationToken stop)
        {
            if (await newspaper.Readers.SingleOrDefaultAsync(row => row.Address == address.Normal, stop) is { } known) return known;

            var reader = new Reader(address, edition, now);
            newspaper.Readers.Add(reader);
            await newspaper.SaveChangesAsync(stop);
            return reader;
        }
    }
}
