using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Accounts;

/// <summary>Who did what to which thing, when and why: kept for acts that somebody may have to answer for.</summary>
[StaysInNewsroom]
public sealed class AuditEntry
{
    public AuditEntry(Staff? staff, string act, string which, string? reason, DateTimeOffset now)
    {
        MemberId = staff?.MemberId;
        TokenId = staff?.TokenId;
        Who = staff?.Name ?? "broadsheet";
        Act = act;
        Which = which;
        Reason = reason;
        At = now;
    }

    private AuditEntry() { }

    public long Id { get; private set; }
    public DateTimeOffset At { get; private set; }
    public long? MemberId { get; private set; }
    public long? TokenId { get; private set; }

    /// <summary>The name at the time: it stays when the person goes. The command line signs as "broadsheet".</summary>
    public string Who { get; private set; } = "";

    public string Act { get; private set; } = "";
    public string Which { get; private set; } = "";
    public string? Reason { get; private set; }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_log");
        entry.HasIndex(one => one.Which);
        entry.Property(one => one.Who).HasMaxLength(200);
        entry.Property(one => one.Act).HasMaxLength(60);
        entry.Property(one => one.Which).HasMaxLength(120);
        entry.Property(one => one.Reason).HasMaxLength(2000);
    }
}

public static class AuditLog
{
    extension(Newspaper newspaper)
    {
        public DbSet<AuditEntry> AuditEntries => newspaper.Set<AuditEntry>();

        /// <summary>Notes an act to be answered for; saved with the change itself, by the same SaveChanges.</summary>
        /// <param name="act">The noun of the act, such as <c>embargo-lifted</c>.</param>
        /// <param name="which">The thing and its public id, such as <c>article/0199…</c>.</param>
        public void Audit(Staff? staff, string act, string which, string? reason, DateTimeOffset now) =>
            newspaper.AuditEntries.Add(new AuditEntry(staff, act, which, reason, now));
    }
}
