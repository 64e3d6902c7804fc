using Broadsheet.Accounts;
using Broadsheet.Sections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Desks;

/// <summary>Here and not with the other tables of desks: sections stand behind the gate, so the gate knows none of them.</summary>
internal sealed class DeskSectionTable : IEntityTypeConfiguration<DeskSection>
{
    public void Configure(EntityTypeBuilder<DeskSection> section)
    {
        section.ToTable("desk_sections");
        section.HasKey(one => new { one.DeskId, one.SectionId });
        section.HasOne<Section>().WithMany().HasForeignKey(one => one.SectionId);
    }
}
