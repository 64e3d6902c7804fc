using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Giving.Receipts;

internal sealed class LegalEntityTable : IEntityTypeConfiguration<LegalEntity>
{
    public void Configure(EntityTypeBuilder<LegalEntity> entity)
    {
        entity.ToTable("legal_entities");
        entity.HasIndex(row => row.PublicId).IsUnique();
        entity.Property(row => row.Details).AsJson();
        entity.Property(row => row.Revision).IsConcurrencyToken();
    }
}

internal sealed class EntityEditionTable : IEntityTypeConfiguration<EntityEdition>
{
    public void Configure(EntityTypeBuilder<EntityEdition> link)
    {
        link.ToTable("legal_entity_editions");
        link.HasKey(row => row.EditionId);
        link.Property(row => row.EditionId).ValueGeneratedNever();
        link.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<LegalEntity>().WithMany().HasForeignKey(row => row.EntityId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReceiptCounterTable : IEntityTypeConfiguration<ReceiptCounter>
{
    public void Configure(EntityTypeBuilder<ReceiptCounter> counter)
    {
        counter.ToTable("receipt_counters");
        counter.HasKey(row => new { row.EntityId, row.Year });
        counter.HasOne<LegalEntity>().WithMany().HasForeignKey(row => row.EntityId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReceiptTable : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.ToTable("receipts");
        receipt.HasIndex(row => row.PublicId).IsUnique();
        receipt.HasIndex(row => new { row.EntityId, row.Year, row.Number, row.Copy }).IsUnique();
        receipt.HasIndex(row => new { row.DonationId, row.Copy }).IsUnique();
        receipt.HasIndex(row => row.DestroyOn);
        receipt.Property(row => row.Currency).HasMaxLength(3);
        receipt.Property(row => row.VoidReason).HasMaxLength(300);
        receipt.Property(row => row.Issuer).AsJson();
        receipt.Property(row => row.Giver).AsJson();
        receipt.Ignore(row => row.Given).Ignore(row => row.IsVoid).Ignore(row => row.Mark).Ignore(row => row.FileName);
        receipt.HasOne<LegalEntity>().WithMany().HasForeignKey(row => row.EntityId).OnDelete(DeleteBehavior.Restrict);
        receipt.HasOne<Donation>().WithMany().HasForeignKey(row => row.DonationId).OnDelete(DeleteBehavior.Restrict);
        receipt.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StatementTable : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> statement)
    {
        statement.ToTable("giving_statements");
        statement.HasIndex(row => row.PublicId).IsUnique();
        statement.HasIndex(row => new { row.EntityId, row.Year, row.DonorId }).IsUnique();
        statement.Ignore(row => row.FileName);
        statement.HasOne<LegalEntity>().WithMany().HasForeignKey(row => row.EntityId).OnDelete(DeleteBehavior.Restrict);
        statement.HasOne<Donor>().WithMany().HasForeignKey(row => row.DonorId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class ReceiptSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<LegalEntity> LegalEntities => newspaper.Set<LegalEntity>();
        public DbSet<EntityEdition> EntityEditions => newspaper.Set<EntityEdition>();
        public DbSet<ReceiptCounter> ReceiptCounters => newspaper.Set<ReceiptCounter>();
        public DbSet<Receipt> Receipts => newspaper.Set<Receipt>();
        public DbSet<Statement> Statements => newspaper.Set<Statement>();

        /// <summary>Those that somebody may still see: nobody sees what an erased giver's were.</summary>
        public IQueryable<Receipt> OpenReceipts => newspaper.Receipts.Where(row => row.ClosedAt == null);

        /// <summary>Who gives out an edition's receipts; null: nobody does.</summary>
        public async Task<LegalEntity?> EntityOfAsync(long edition, CancellationToken stop) =>
            await newspaper.EntityEditions.Where(row => row.EditionId == edition).Join(newspaper.LegalEntities, link => link.EntityId, entity => entity.Id, (_, entity) => entity).SingleOrDefaultAsync(stop);
    }
}
