using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning;

/// <summary>What lists of stories need to say where a story stands, whose it is and when it is wanted.</summary>
public sealed record PlanningNames(Stages Stages, IReadOnlyList<Edition> Editions, IReadOnlyList<Section> Sections, IReadOnlyList<StaffName> Staff, IReadOnlyList<Choice> DeskChoices, DateTimeOffset Now)
{
    public static async Task<PlanningNames> LoadAsync(Newspaper newspaper, TimeProvider clock, CancellationToken stop) => new(
        await newspaper.SettingAsync<Stages>(stop),
        await newspaper.AllEditionsAsync(stop),
        await newspaper.Sections.AsNoTracking().OrderBy(row => row.EditionId).ThenBy(row => row.Position).ToListAsync(stop),
        await newspaper.StaffMembers.AsNoTracking().OrderBy(row => row.Name).Select(row => new StaffName(row.Id, row.Name, row.DeactivatedAt == null)).ToListAsync(stop),
        (await newspaper.Desks.AsNoTracking().OrderBy(row => row.Name).Select(row => new { row.Id, row.Name }).ToListAsync(stop)).ConvertAll(row => new Choice($"{row.Id}", row.Name)),
        clock.GetUtcNow());

    /// <summary>The paper has one edition: nobody need be told which.</summary>
    public bool HasOneEdition => Editions.Count == 1;

    public Edition EditionOf(Article article) => Editions.First(edition => edition.Id == article.EditionId);

    public Stage StageOf(StoryLine line) => Stages.Of(line.Article, line.Plan);

    public string? SectionOf(Article article) => Sections.FirstOrDefault(section => section.PublicId == article.WorkingSection)?.Name;

    /// <summary>Empty for the program itself and for who is gone without a name.</summary>
    public string NameOf(long? member) => Staff.FirstOrDefault(one => one.Id == member)?.Name ?? "";

    /// <summary>Who has a story in hand: the one it was given to, else whoever began it.</summary>
    public string HandOf(Article article) => NameOf(article.AssignedTo ?? article.CreatedBy);

    public bool IsLate(StoryLine line) => line.Plan?.DueAt < Now && !StageOf(line).IsByItself;

    public IEnumerable<Choice> StaffChoices => Staff.Where(one => one.IsActive).Select(one => new Choice($"{one.Id}", one.Name));

    public IEnumerable<Choice> SectionChoices => Sections.Select(section => new Choice($"{section.PublicId}", HasOneEdition ? section.Name : Text.T("plan.sectionIn", ("section", section.Name), ("language", Editions.First(edition => edition.Id == section.EditionId).Language))));

    public IEnumerable<Choice> EditionChoices => Editions.Select(edition => new Choice($"{edition.Id}", Text.T("plan.sectionIn", ("section", edition.Name), ("language", edition.Language))));

    public IEnumerable<Choice> StageChoices => Stages.All.Select(stage => new Choice(stage.Key, stage.Name));
}

public sealed record StaffName(long Id, string Name, bool IsActive);

/// <summary>One story in a list of the newsroom, without its text.</summary>
public sealed record StoryLine(Article Article, StoryPlan? Plan, DateTimeOffset SavedAt, long SavedBy)
{
    public string Headline => Article.WorkingHeadline.Length > 0 ? Article.WorkingHeadline : Text.T("article.untitled");

    public string Path => $"/newsroom/articles/{Article.Id}";

    public long PlanRevision => Plan?.Revision ?? 1;
}

public static class StoryLines
{
    extension(IQueryable<PlannedStory> stories)
    {
        /// <summary>What lists show; the text itself is not read.</summary>
        public async Task<List<StoryLine>> LinesAsync(CancellationToken stop) =>
            (await stories.Select(row => new { row.Article, row.Plan, row.Article.Draft.SavedAt, row.Article.Draft.SavedBy }).ToListAsync(stop))
                .ConvertAll(row => new StoryLine(row.Article, row.Plan, row.SavedAt, row.SavedBy));
    }
}
