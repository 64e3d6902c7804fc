using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;

namespace Broadsheet.Planning;

/// <summary>
/// POST /newsroom/articles/7/stage moves a story to another stage. It says from which: two who move it at once do not pass each
/// other unseen. The text has no part in it, so somebody may be writing meanwhile.
/// </summary>
public static class MoveStory
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/stage", Post).AnswersOnPage("stage").DemandsRevision().Requires(Permission.WriteArticles);

    internal static async Task<IResult> Post(long id, [FromForm] string? stage, [FromForm] string? from, [FromForm] string? back, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();

        var stages = await newspaper.SettingAsync<Stages>(stop);
        var plan = await newspaper.PlanOfAsync(id, stop);
        var now = stages.Of(article, plan);
        if (stages.Find(stage) is not { } wanted) throw new ArticleException(Text.T("stage.gone"));
        if (now.Key != from) throw new ArticleException(Text.T("stage.moved", ("stage", now.Name)));
        if (now.IsByItself || wanted.IsByItself) throw new ArticleException(Text.T("stage.byItself", ("stage", now.IsByItself ? now.Name : wanted.Name)));
        if (wanted.IsForEditors && !staff.May(Permission.PublishArticles)) throw new ArticleException(Text.T("stage.forEditors", ("stage", wanted.Name)));

        if (wanted != now)
        {
            plan.MoveTo(wanted, clock.GetUtcNow());
            newspaper.Audit(staff, "stage", $"article/{article.PublicId}", wanted.Name, clock.GetUtcNow());
            await newspaper.TellOfMoveAsync(article, wanted, staff, clock.GetUtcNow(), stop);
            await newspaper.SaveChangesAsync(stop);
        }
        return Results.Redirect(BackTo.Of(back, id));
    }
}

/// <summary>Where an act that is done in a list leads back to: that list, at that story.</summary>
internal static class BackTo
{
    public static string Of(string? back, long article) => back switch
    {
        // Only paths of lists that have such acts: an address that somebody else wrote leads nowhere.
        not null when IsList(back) => $"{back}#story-{article}",
        _ => $"/newsroom/articles/{article}",
    };

    private static readonly string[] Lists = ["/newsroom/board", "/newsroom/calendar", "/newsroom/articles", "/newsroom"];

    private static bool IsList(string back) =>
        Lists.Any(list => back == list || back.StartsWith($"{list}?", StringComparison.Ordinal)) && !back.Any(char.IsControl) && !back.Contains('\\');
}
