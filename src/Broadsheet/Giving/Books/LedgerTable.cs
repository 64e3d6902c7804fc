using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Giving.Books;

internal sealed class LedgerEntryTable : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("ledger_entries");
        entry.HasIndex(row => row.PublicId).IsUnique();
        entry.HasIndex(row => row.Key).IsUnique();
        entry.HasIndex(row => row.Day);
        entry.HasIndex(row => row.DonationId);
        entry.Property(row => row.Key).HasMaxLength(120);
        entry.HasMany(row => row.Lines).WithOne().HasForeignKey(row => row.EntryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LedgerLineTable : IEntityTypeConfiguration<LedgerLine>
{
    public void Configure(EntityTypeBuilder<LedgerLine> line)
    {
        line.ToTable("ledger_lines", table => table.HasCheckConstraint("ck_ledger_lines_minor", "minor <> 0"));
        line.HasIndex(row => new { row.Account, row.Currency });
        line.Ignore(row => row.Money);
        line.Property(row => row.Account).HasMaxLength(80);
        line.Property(row => row.Currency).HasMaxLength(3);
    }
}

public static class LedgerSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<LedgerEntry> LedgerEntries => newspaper.Set<LedgerEntry>();
        public DbSet<LedgerLine> LedgerLines => newspaper.Set<LedgerLine>();

        /// <summary>What stands on an account, a currency each.</summary>
        public async Task<IReadOnlyList<Money>> BalancesOfAsync(string account, CancellationToken stop) =>
            [.. (await newspaper.LedgerLines.Where(row => row.Account == account).GroupBy(row => row.Currency)
                .Select(same => new { same.Key, Minor = same.Sum(row => row.Minor) }).OrderBy(one => one.Key).ToListAsync(stop)).Select(one => new Money(one.Minor, one.Key))];

        /// <summary>Adds an entry unless the same is booked already; true when it was added. Call it inside WriteAsync, and save.</summary>
        public async Task<bool> BookAsync(LedgerEntry entry, CancellationToken stop)
        {
            if (newspaper.LedgerEntries.Local.Any(row => row.Key == entry.Key)) return false;
            if (await newspaper.LedgerEntries.AnyAsync(row => row.Key == entry.Key, stop)) return false;

            newspaper.LedgerEntries.Add(entry);
            return true;
        }
    }
}
