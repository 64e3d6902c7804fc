using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;

namespace Broadsheet.Planning;

/// <param name="Revision">The choice from which the form began.</param>
public sealed record EditStagesView(IReadOnlyList<Stage> Stages, long Revision, Problems Problems)
{
    public static IEnumerable<Choice> Tells { get; } = [.. Enum.GetValues<StageTells>().Select(tells => new Choice(tells.ToString(), Text.T($"stages.tells.{tells}")))];
}

/// <summary>GET, POST /newsroom/stages: the paper names its stages, puts them in order, adds and takes away. Three follow publication and stay.</summary>
public static class EditStages
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/stages", Get).Requires(Permission.RunPaper);
        newsroom.MapPost("/stages", Post).Requires(Permission.RunPaper);
    }

    internal static async Task<IResult> Get(Newspaper newspaper, CancellationToken stop)
    {
        var (stages, revision) = await newspaper.SettingAndRevisionAsync<Stages>(stop);
        return Answer(stages.All, revision, Problems.None);
    }

    internal static async Task<IResult> Post(IFormCollection form, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        var stages = StagesForm.Read(form);
        return await newspaper.WriteAsync(async () =>
        {
            await newspaper.Editions.TakeTurnAsync(stop);
            var revision = (await newspaper.SettingAndRevisionAsync<Stages>(stop)).Revision;
            var problems = StagesForm.Check(stages);
            if (form["Revision"] != $"{revision}") problems.Add(Text.T("stages.stale"));
            if (problems.Any) return Answer(stages, revision, problems, StatusCodes.Status422UnprocessableEntity);

            newspaper.SetSetting(new Stages { All = stages }, staff.By, clock.GetUtcNow());
            newspaper.Audit(staff, "stages", "paper", string.Join(" → ", stages.Select(stage => stage.Name)), clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
            return TypedResults.Redirect("/newsroom/stages");
        }, stop);
    }

    private static IResult Answer(IReadOnlyList<Stage> stages, long revision, Problems problems, int status = StatusCodes.Status200OK) =>
        Page.Of<EditStagesPage, EditStagesView>(new(stages, revision, problems), status);
}

internal static class StagesForm
{
    /// <summary>Rows in the order of the numbers typed into them. A row without a name is taken away; a new one gets a key of its name.</summary>
    public static IReadOnlyList<Stage> Read(IFormCollection form)
    {
        var rows = new List<(double Order, Stage Stage)>();
        for (var row = 0; row < form["Name"].Count; row++)
        {
            var name = Line(form["Name"][row]);
            var key = Line(form["Key"].ElementAtOrDefault(row));
            if (name.Length == 0) continue;
            var order = double.TryParse(form["Order"].ElementAtOrDefault(row), out var typed) ? typed : row + 1;
            rows.Add((order, new Stage(key.Length > 0 ? key : KeyOf(name, rows), name, form["ForEditors"].Contains($"{row}"),
                Enum.TryParse<StageTells>(form["Tells"].ElementAtOrDefault(row), out var tells) ? tells : StageTells.Nobody)));
        }
        return [.. rows.OrderBy(row => row.Order).Select(row => row.Stage)];
    }

    public static Problems Check(IReadOnlyList<Stage> stages)
    {
        var problems = new Problems();
        if (stages.All(stage => stage.IsByItself)) problems.Add(Text.T("stages.problem.one"));
        foreach (var key in new[] { Stage.Scheduled, Stage.Published, Stage.Withdrawn })
            if (stages.All(stage => stage.Key != key)) problems.Add(Text.T("stages.problem.byItself", ("stage", Text.T($"stage.{key}"))));
        if (stages.GroupBy(stage => stage.Name, StringComparer.CurrentCultureIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            problems.Add(Text.T("stages.problem.twice", ("stage", twice.Key)));
        return problems;
    }

    private static string KeyOf(string name, List<(double, Stage Stage)> others)
    {
        var key = Slug.Of(name);
        for (var number = 2; others.Any(row => row.Stage.Key == key) || new Stage(key, name).IsByItself; number++) key = $"{Slug.Of(name)}-{number}";
        return key;
    }

    private static string Line(string? typed) => (typed ?? "").ReplaceLineEndings(" ").Trim();
}
