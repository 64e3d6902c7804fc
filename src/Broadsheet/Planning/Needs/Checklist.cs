using Broadsheet.Articles;
using Broadsheet.Storage;

namespace Broadsheet.Planning.Needs;

/// <param name="Field">The field of the story's page to which it leads.</param>
/// <param name="Blocks">The story does not go out without it.</param>
/// <param name="By">For a flash: when it is wanted.</param>
public sealed record ChecklistLine(string Field, string Text, bool IsDone, bool Blocks, DateTimeOffset? By = null);

/// <summary>What is there and what is missing before a story goes out.</summary>
public sealed record ChecklistView(Article Article, IReadOnlyList<ChecklistLine> Lines)
{
    public IEnumerable<ChecklistLine> Missing => Lines.Where(line => !line.IsDone).OrderByDescending(line => line.Blocks).ThenBy(line => line.By);

    public IEnumerable<ChecklistLine> Done => Lines.Where(line => line.IsDone);

    public bool IsBlocked => Lines.Any(line => line is { IsDone: false, Blocks: true });

    public string Ask => $"/newsroom/articles/{Article.Id}/checklist";
}

/// <summary>Looks what a story's section wants and what of it is there.</summary>
public sealed class Checklist(Newspaper newspaper, Publication publication, SectionNeeds needs)
{
    public async Task<ChecklistView> OfAsync(Article article, CancellationToken stop)
    {
        var content = article.Draft.Content;
        var plan = await newspaper.ShowPlanAsync(article.Id, stop);
        // What every check says no to, the section's own among them: each stands in the list once.
        var refused = await publication.ProblemsAsync(article, content, stop);
        var wanted = await needs.WantedAsync(content, plan.FlashedAt, stop);
        return new(article, [
            .. refused.Where(problem => !wanted.Any(line => line.Text == problem.Message)).Select(problem => new ChecklistLine(problem.Field, problem.Message, IsDone: false, Blocks: true)),
            // What is out is never held up: these are wishes then.
            .. wanted.Select(line => article.IsPublished ? line with { Blocks = false } : line)]);
    }
}
