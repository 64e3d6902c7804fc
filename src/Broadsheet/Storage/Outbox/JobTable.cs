using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Storage.Outbox;

internal sealed class JobTable : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.ToTable("jobs");
        job.HasIndex(row => row.Key).IsUnique();
        job.HasIndex(row => new { row.DoneAt, row.DueAt });
    }
}
