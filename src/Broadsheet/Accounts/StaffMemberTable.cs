using Broadsheet.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Accounts;

internal sealed class StaffMemberTable : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> member)
    {
        member.ToTable("staff_members");
        member.HasIndex(one => one.PublicId).IsUnique();
        member.HasIndex(one => one.NormalizedUserName).IsUnique();
        member.HasIndex(one => one.NormalizedEmail).IsUnique();
        member.HasOne<Role>().WithMany().HasForeignKey(one => one.RoleId).OnDelete(DeleteBehavior.Restrict);
        member.Property(one => one.UserName).HasMaxLength(256);
        member.Property(one => one.NormalizedUserName).HasMaxLength(256);
        member.Property(one => one.Email).HasMaxLength(256);
        member.Property(one => one.NormalizedEmail).HasMaxLength(256);
        member.Property(one => one.Language).HasMaxLength(10);
        member.Property(one => one.ConcurrencyStamp).IsConcurrencyToken();
        member.Property(one => one.Authenticator).AsJson();

        // Identity knows these; we do not use them. The second factor is Authenticator, brakes are in Web/RateLimits.
        member.Ignore(one => one.EmailConfirmed).Ignore(one => one.PhoneNumber).Ignore(one => one.PhoneNumberConfirmed)
            .Ignore(one => one.TwoFactorEnabled).Ignore(one => one.LockoutEnd).Ignore(one => one.LockoutEnabled).Ignore(one => one.AccessFailedCount);
    }
}

/// <summary>The shape that Identity's schema version 3 gives a passkey, of which a plain DbContext learns nothing by itself.</summary>
internal sealed class PasskeyTable : IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> passkey)
    {
        passkey.ToTable("staff_passkeys");
        passkey.HasKey(one => one.CredentialId);
        passkey.Property(one => one.CredentialId).HasMaxLength(1024); // WebAuthn: at most 1,023 bytes
        passkey.OwnsOne(one => one.Data).ToJson();
        passkey.HasOne<StaffMember>().WithMany().HasForeignKey(one => one.UserId);
    }
}

/// <summary>Identity's own store over our DbContext. Its claims, logins and tokens have no tables here: nothing of ours asks for them.</summary>
internal sealed class StaffMemberStore(Newspaper newspaper, IdentityErrorDescriber describer)
    : UserOnlyStore<StaffMember, Newspaper, long, IdentityUserClaim<long>, IdentityUserLogin<long>, IdentityUserToken<long>, IdentityUserPasskey<long>>(newspaper, describer);

public static class StaffMemberQueries
{
    extension(Newspaper newspaper)
    {
        public DbSet<StaffMember> StaffMembers => newspaper.Set<StaffMember>();
        public DbSet<IdentityUserPasskey<long>> StaffPasskeys => newspaper.Set<IdentityUserPasskey<long>>();
    }

    extension(IQueryable<StaffMember> members)
    {
        public IQueryable<StaffMember> Active() => members.Where(one => one.DeactivatedAt == null);
    }
}
