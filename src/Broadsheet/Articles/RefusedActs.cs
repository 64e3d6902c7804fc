using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Storage;
using Broadsheet.Web;

namespace Broadsheet.Articles;

/// <summary>A form of the state bar that the paper said no to: what was typed stands in it again.</summary>
/// <param name="Name">The act, as its address ends: schedule, embargo, withdrawal …</param>
public sealed record RefusedAct(string Name, IFormCollection Form)
{
    /// <summary>What was typed into a field of this act; null when another act was refused.</summary>
    public string? Typed(string act, string field) => act == Name ? (string?)Form[field] : null;
}

/// <summary>Who asked in a browser gets a refusal on the article's own page, with her form as she left it.</summary>
internal static class RefusedActs
{
    /// <summary>Goes before every other filter of the act, so that theirs are answered on the page too.</summary>
    public static RouteHandlerBuilder AnswersOnPage(this RouteHandlerBuilder act, string name) => act.AddEndpointFilter(async (invocation, next) =>
    {
        try
        {
            return await next(invocation);
        }
        catch (ArticleException refusal) when (Refusals.WantsPage(invocation.HttpContext.Request))
        {
            return await PageAsync(invocation.HttpContext, name, refusal);
        }
    });

    private static async Task<IResult> PageAsync(HttpContext http, string name, ArticleException refusal)
    {
        var services = http.RequestServices;
        var newspaper = services.GetRequiredService<Newspaper>();
        newspaper.ChangeTracker.Clear();
        var id = long.Parse((string)http.GetRouteValue("id")!, CultureInfo.InvariantCulture);
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;

        var problems = new Problems();
        if (refusal is NotReadyException unready) foreach (var problem in unready.Problems) problems.Add(problem.Field, problem.Message);
        else problems.Add(refusal.Message);
        return await EditArticle.RefusedAsync(id, new RefusedAct(name, form), problems, refusal.Status, Staff.Find(http.User)!, newspaper, services.GetRequiredService<Publication>(), services.GetRequiredService<StoryPanels>(), http.RequestAborted);
    }
}
