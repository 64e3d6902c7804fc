using Broadsheet.Editions;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Menus;

internal sealed class MenuItemTable : IEntityTypeConfiguration<MenuItem>
{
    public void Configure(EntityTypeBuilder<MenuItem> item)
    {
        item.ToTable("menu_items");
        item.HasIndex(row => new { row.EditionId, row.Place, row.Position });
        item.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class MenuItemSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<MenuItem> MenuItems => newspaper.Set<MenuItem>();
    }
}
