using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Redirects;

internal sealed class RedirectTable : IEntityTypeConfiguration<Redirect>
{
    public void Configure(EntityTypeBuilder<Redirect> redirect)
    {
        redirect.ToTable("redirects");
        redirect.Ignore(row => row.IsPattern);
        redirect.Ignore(row => row.LeadsBelowItself);
        redirect.HasIndex(row => row.From).IsUnique();
        redirect.HasIndex(row => row.To);
        redirect.HasIndex(row => row.Head);
    }
}

public static class RedirectSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<Redirect> Redirects => newspaper.Set<Redirect>();
    }
}
