using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Newsletters.Schedule;

internal sealed class NewsletterScheduleTable : IEntityTypeConfiguration<NewsletterSchedule>
{
    public void Configure(EntityTypeBuilder<NewsletterSchedule> schedule)
    {
        schedule.ToTable("newsletter_schedules");
        schedule.HasIndex(row => row.NewsletterId).IsUnique();
        schedule.HasIndex(row => row.NextAt);
        // Of two nodes that make an issue at once, the second finds that it is made.
        schedule.Property(row => row.NextAt).IsConcurrencyToken();
        schedule.Property(row => row.Revision).IsConcurrencyToken();
        schedule.Property(row => row.Rules).AsJson();
        schedule.HasOne<Newsletter>().WithMany().HasForeignKey(row => row.NewsletterId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class NewsletterScheduleSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<NewsletterSchedule> NewsletterSchedules => newspaper.Set<NewsletterSchedule>();

        /// <summary>A newsletter's, or a new one that does nothing yet.</summary>
        public async Task<NewsletterSchedule> ScheduleOfAsync(long newsletter, CancellationToken stop) =>
            await newspaper.NewsletterSchedules.SingleOrDefaultAsync(row => row.NewsletterId == newsletter, stop) ?? new NewsletterSchedule(newsletter);
    }
}
