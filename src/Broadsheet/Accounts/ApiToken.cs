using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Accounts;

/// <summary>Lets a wire, a script or a load test use the staff API with the rights of a role. Shown once, kept as a hash.</summary>
[StaysInNewsroom]
public sealed class ApiToken
{
    /// <summary>Makes a token known at sight, so that a scanner of repositories can tell that one was committed.</summary>
    public const string Prefix = "broadsheet_";

    public ApiToken(string name, long role, Secret secret, DateTimeOffset now)
    {
        Name = name;
        RoleId = role;
        SecretHash = secret.Hash;
        CreatedAt = now;
    }

    private ApiToken() { }

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public long RoleId { get; private set; }
    public byte[] SecretHash { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? LastUsedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    public static Secret NewSecret() => new(Prefix + Secret.New().Text);
}

internal sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("api_tokens");
        token.HasIndex(one => one.SecretHash).IsUnique();
        token.HasIndex(one => one.PublicId).IsUnique();
        token.HasOne<Role>().WithMany().HasForeignKey(one => one.RoleId).OnDelete(DeleteBehavior.Restrict);
        token.Property(one => one.Name).HasMaxLength(100);
    }
}

public static class ApiTokenQueries
{
    extension(Newspaper newspaper)
    {
        public DbSet<ApiToken> ApiTokens => newspaper.Set<ApiToken>();
    }
}
