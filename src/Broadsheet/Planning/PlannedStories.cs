using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning;

/// <summary>A story beside its plan; null while it has none.</summary>
public sealed class PlannedStory
{
    public required Article Article { get; init; }
    public required StoryPlan? Plan { get; init; }
}

public static class PlannedStoryQueries
{
    extension(Newspaper newspaper)
    {
        /// <summary>Every story with its plan, for lists.</summary>
        public IQueryable<PlannedStory> PlannedStories() =>
            from article in newspaper.Articles.AsNoTracking()
            join plan in newspaper.StoryPlans.AsNoTracking() on article.Id equals plan.ArticleId into plans
            from plan in plans.DefaultIfEmpty()
            select new PlannedStory { Article = article, Plan = plan };
    }

    extension(IQueryable<PlannedStory> stories)
    {
        /// <summary>Those at one of the paper's stages.</summary>
        public IQueryable<PlannedStory> At(Stage stage, Stages stages) => stage.Key switch
        {
            Stage.Withdrawn => stories.Where(row => row.Article.Withdrawal != null),
            Stage.Scheduled => stories.Where(row => row.Article.Withdrawal == null && row.Article.ScheduledFor != null),
            Stage.Published => stories.Where(row => row.Article.Withdrawal == null && row.Article.ScheduledFor == null && row.Article.PublishedVersionId != null),
            _ when stage == stages.First => stories.InHand().AtNoOtherThan(stages.ByHand.Skip(1).Select(one => one.Key).ToList()),
            _ => stories.InHand().Where(row => row.Plan!.Stage == stage.Key),
        };

        /// <summary>Not out, not scheduled, not taken back: what hands move from stage to stage.</summary>
        public IQueryable<PlannedStory> InHand() =>
            stories.Where(row => row.Article.Withdrawal == null && row.Article.ScheduledFor == null && row.Article.PublishedVersionId == null);

        /// <summary>Those that somebody has in hand: given to her, or begun by her and given to nobody.</summary>
        public IQueryable<PlannedStory> Of(long member) =>
            stories.Where(row => row.Article.AssignedTo == member || (row.Article.AssignedTo == null && row.Article.CreatedBy == member));

        private IQueryable<PlannedStory> AtNoOtherThan(IReadOnlyCollection<string> others) =>
            stories.Where(row => row.Plan == null || !others.Contains(row.Plan.Stage));
    }
}
