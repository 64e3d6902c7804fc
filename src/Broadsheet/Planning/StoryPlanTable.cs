using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Planning;

internal sealed class StoryPlanTable : IEntityTypeConfiguration<StoryPlan>
{
    public void Configure(EntityTypeBuilder<StoryPlan> plan)
    {
        plan.ToTable("story_plans");
        plan.HasKey(row => row.ArticleId);
        plan.Property(row => row.ArticleId).ValueGeneratedNever();
        plan.Property(row => row.Hold).AsJson();
        plan.Property(row => row.Revision).IsConcurrencyToken();
        plan.HasOne<Article>().WithOne().HasForeignKey<StoryPlan>(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
        plan.HasIndex(row => row.DueAt);
        plan.HasIndex(row => row.PlannedFor);
    }
}

public static class StoryPlanSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<StoryPlan> StoryPlans => newspaper.Set<StoryPlan>();

        /// <summary>A story's plan, to be changed: made when it has none yet.</summary>
        public async Task<StoryPlan> PlanOfAsync(long article, CancellationToken stop)
        {
            if (await newspaper.StoryPlans.FindAsync([article], stop) is { } plan) return plan;
            plan = new StoryPlan(article);
            newspaper.StoryPlans.Add(plan);
            return plan;
        }

        /// <summary>A story's plan, to be looked at: what one would be that nobody made yet.</summary>
        public async Task<StoryPlan> ShowPlanAsync(long article, CancellationToken stop) =>
            await newspaper.StoryPlans.AsNoTracking().SingleOrDefaultAsync(row => row.ArticleId == article, stop) ?? new StoryPlan(article);
    }
}
