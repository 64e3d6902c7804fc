using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Readers.Passkeys;

/// <summary>A passkey of a reader: the public half of a key that her device holds.</summary>
[StaysInNewsroom]
public sealed class ReaderPasskey
{
    internal ReaderPasskey(Reader reader, UserPasskeyInfo key, string device, DateTimeOffset now)
    {
        ReaderId = reader.Id;
        (CredentialId, PublicKey) = (key.CredentialId, key.PublicKey);
        Transports = key.Transports ?? [];
        (IsBackupEligible, Device, CreatedAt) = (key.IsBackupEligible, device, now);
        Note(key);
    }

    private ReaderPasskey() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public long ReaderId { get; private set; }

    /// <summary>Chosen by the device; unique.</summary>
    public byte[] CredentialId { get; private set; } = [];

    /// <summary>As COSE (RFC 9052).</summary>
    public byte[] PublicKey { get; private set; } = [];

    public string[] Transports { get; private set; } = [];

    /// <summary>How often the device says that it was used; 0 where it does not count. One that goes back betrays a copy.</summary>
    public long SignCount { get; private set; }

    public bool IsBackupEligible { get; private set; }
    public bool IsBackedUp { get; private set; }

    /// <summary>Where it was added, as the list names it.</summary>
    public string Device { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Keeps what the device said when it was used.</summary>
    internal void Note(UserPasskeyInfo key) => (SignCount, IsBackedUp) = (key.SignCount, key.IsBackedUp);

    // What the device signed when the key was made proves nothing later: it is not kept.
    internal UserPasskeyInfo Info() => new(CredentialId, PublicKey, CreatedAt, (uint)SignCount, Transports, isUserVerified: true, IsBackupEligible, IsBackedUp, [], []);
}

internal sealed class ReaderPasskeyTable : IEntityTypeConfiguration<ReaderPasskey>
{
    // WebAuthn level 3, 6.1: at most so many bytes.
    private const int LongestCredentialId = 1023;

    public void Configure(EntityTypeBuilder<ReaderPasskey> key)
    {
        key.ToTable("reader_passkeys");
        key.HasIndex(row => row.PublicId).IsUnique();
        key.HasIndex(row => row.CredentialId).IsUnique();
        key.Property(row => row.CredentialId).HasMaxLength(LongestCredentialId);
        key.Property(row => row.Device).HasMaxLength(200);
        key.HasOne<Reader>().WithMany().HasForeignKey(row => row.ReaderId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class ReaderPasskeySet
{
    extension(Newspaper newspaper)
    {
        public DbSet<ReaderPasskey> ReaderPasskeys => newspaper.Set<ReaderPasskey>();
    }
}
