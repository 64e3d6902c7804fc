using Broadsheet.Articles;
using Broadsheet.Web;

namespace Broadsheet.Planning;

/// <summary>Who is told when a story comes to a stage.</summary>
public enum StageTells { Nobody, Writer, Editors }

/// <summary>A step on the way of a story.</summary>
/// <param name="Key">What plans remember; it stays when the name changes.</param>
/// <param name="Name">As the paper calls it.</param>
/// <param name="IsForEditors">Only who may publish moves a story here.</param>
public sealed record Stage(string Key, string Name, bool IsForEditors = false, StageTells Tells = StageTells.Nobody)
{
    public const string Scheduled = "scheduled";
    public const string Published = "published";
    public const string Withdrawn = "withdrawn";

    /// <summary>One of the three that follow publication by themselves: nobody moves a story there by hand.</summary>
    public bool IsByItself => Key is Scheduled or Published or Withdrawn;
}

/// <summary>The paper's stages in order, as the newsroom chose them. The last three follow publication by themselves.</summary>
public sealed record Stages
{
    public IReadOnlyList<Stage> All { get; init; } =
    [
        new("draft", Text.T("stage.draft")),
        new("review", Text.T("stage.review"), Tells: StageTells.Editors),
        new("ready", Text.T("stage.ready"), IsForEditors: true, Tells: StageTells.Writer),
        new(Stage.Scheduled, Text.T("stage.scheduled")),
        new(Stage.Published, Text.T("stage.published")),
        new(Stage.Withdrawn, Text.T("stage.withdrawn")),
    ];

    public IReadOnlyList<Stage> ByHand => [.. All.Where(stage => !stage.IsByItself)];

    public Stage First => ByHand[0];

    public Stage? Find(string? key) => All.FirstOrDefault(stage => stage.Key == key);

    /// <summary>Where a story is. A stage that the paper has given up is its first.</summary>
    public Stage Of(Article article, StoryPlan? plan) => KeyOf(article) is { } key ? Find(key)! : ByHand.FirstOrDefault(stage => stage.Key == plan?.Stage) ?? First;

    /// <summary>The step after this one, as far as hands reach. Null at the last.</summary>
    public Stage? After(Stage stage) => ByHand.SkipWhile(one => one != stage).Skip(1).FirstOrDefault();

    private static string? KeyOf(Article article) => article switch
    {
        { Withdrawal: not null } => Stage.Withdrawn,
        { ScheduledFor: not null } => Stage.Scheduled,
        { IsPublished: true } => Stage.Published,
        _ => null,
    };
}
