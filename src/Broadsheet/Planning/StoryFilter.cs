using System.Globalization;
using Broadsheet.Articles;

namespace Broadsheet.Planning;

/// <summary>Which stories a list shows, as its address says it: what can be kept under a name is this.</summary>
public sealed record StoryFilter(string Search = "", string Stage = "", string Section = "", string Who = "", string Kind = "", string Due = "", string Edition = "", string Desk = "")
{
    public const string Mine = "me";
    public const string Nobody = "nobody";

    public static StoryFilter Read(IQueryCollection query) => new(
        query["search"].ToString().Trim(), query["stage"].ToString(), query["section"].ToString(), query["who"].ToString(), query["kind"].ToString(), query["due"].ToString(), query["edition"].ToString(), query["desk"].ToString());

    /// <summary>Anything but the page number: two lists with the same are the same list.</summary>
    public string Query => QueryString.Create(Fields.Where(chosen => chosen.Value.Length > 0).Select(chosen => KeyValuePair.Create<string, string?>(chosen.Key, chosen.Value))).ToString();

    public bool IsEmpty => this == new StoryFilter();

    /// <summary>Something besides the words and the stage is chosen, so the rest of the form stands open.</summary>
    public bool HasMore => (this with { Search = "", Stage = "" }) != new StoryFilter();

    public IEnumerable<KeyValuePair<string, string>> Fields =>
        new Dictionary<string, string> { ["search"] = Search, ["stage"] = Stage, ["section"] = Section, ["who"] = Who, ["kind"] = Kind, ["due"] = Due, ["edition"] = Edition, ["desk"] = Desk };

    /// <param name="me">Who asks.</param>
    public IQueryable<PlannedStory> Of(IQueryable<PlannedStory> stories, PlanningNames names, long? me)
    {
        foreach (var word in Search.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            var lower = word.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database compares, by its own lower().
            stories = stories.Where(row => row.Article.WorkingHeadline.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
        }
        if (names.Stages.Find(Stage) is { } stage) stories = stories.At(stage, names.Stages);
        if (Guid.TryParse(Section, out var section)) stories = stories.Where(row => row.Article.WorkingSection == section);
        if (Enum.TryParse<ArticleKind>(Kind, out var kind)) stories = stories.Where(row => row.Article.WorkingKind == kind);
        if (long.TryParse(Edition, CultureInfo.InvariantCulture, out var edition)) stories = stories.Where(row => row.Article.EditionId == edition);
        if (long.TryParse(Desk, CultureInfo.InvariantCulture, out var desk)) stories = stories.Where(row => row.Article.DeskId == desk);
        stories = Who switch
        {
            Mine when me is { } member => stories.Of(member),
            Nobody => stories.Where(row => row.Article.AssignedTo == null),
            _ when long.TryParse(Who, CultureInfo.InvariantCulture, out var member) => stories.Of(member),
            _ => stories,
        };
        var now = names.Now;
        return Due switch
        {
            "late" => stories.InHand().Where(row => row.Plan!.DueAt < now),
            "day" => stories.Where(row => row.Plan!.DueAt < now.AddDays(1) && row.Plan!.DueAt >= now.AddDays(-1)),
            "week" => stories.Where(row => row.Plan!.DueAt < now.AddDays(7) && row.Plan!.DueAt >= now.AddDays(-1)),
            _ => stories,
        };
    }
}
