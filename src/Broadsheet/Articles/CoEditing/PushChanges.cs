using Broadsheet.Accounts;
using Broadsheet.AuditDesk;
using Broadsheet.Document;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.CoEditing;

/// <summary>
/// POST /newsroom/articles/7/editing: what an open editor has written. Taken, or answered with what it lacks (409): it puts its own
/// steps on top of that and sends again. There is no leader among the nodes; the key of the log decides who was first.
/// </summary>
public static class PushChanges
{
    public static void Map(IEndpointRouteBuilder newsroom) =>
        newsroom.MapPost("/articles/{id:long}/editing", Post).ForWhoSeesIt().Requires(Permission.WriteArticles).DemandsRevision()
            .WithoutAudit("It comes at every pause of typing, and the log of the draft says who wrote it.");

    internal static async Task<IResult> Post(long id, Push push, Staff staff, Newspaper newspaper, ArticleRooms rooms, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForReadingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        if (!push.IsNamed) throw new RefusalException(Text.T("editing.noClient"));
        var zone = await newspaper.ZoneOfAsync(article, stop);

        var before = article.Draft.Content.Body;
        try
        {
            article.TakePush(push, zone, await newspaper.LostToAsync(article.Draft, push, stop), staff.By, clock.GetUtcNow());
            await newspaper.DemandOnlySuggestedAsync(article, before, push.Fields is { Count: > 0 }, staff, stop);
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DocumentException refused)
        {
            return Results.Problem(detail: refused.Message, statusCode: StatusCodes.Status422UnprocessableEntity, title: Text.T("article.bodyRefused"),
                extensions: new Dictionary<string, object?> { ["problems"] = refused.Problems });
        }
        catch (Exception behind) when (behind is StaleRevisionException or DbUpdateException)
        {
            newspaper.ChangeTracker.Clear();
            return await newspaper.EntriesAsync(id, push.Revision, zone, stop) is { } lacked ? Results.Json(lacked, Json.Compact, statusCode: StatusCodes.Status409Conflict) : Results.NotFound();
        }

        rooms.Wake();
        return Results.Json(await newspaper.EntriesAsync(id, push.Revision, zone, stop), Json.Compact);
    }
}
