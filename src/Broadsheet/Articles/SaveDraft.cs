using System.Text.Json;
using Broadsheet.Accounts;
using Broadsheet.AuditDesk;
using Broadsheet.Document;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>
/// PUT /newsroom/articles/7/draft: what the open editor sends every second or so of typing. It makes no version. A save
/// that began from an older revision is refused with 409 and the text that stands, so that the page can show both.
/// </summary>
public static class SaveDraft
{
    public static void Map(IEndpointRouteBuilder newsroom) =>
        newsroom.MapPut("/articles/{id:long}/draft", Put).Requires(Permission.WriteArticles).DemandsRevision().WithoutAudit("It comes every second of typing, and the draft says who saved it.");

    internal static async Task<IResult> Put(long id, DraftSave save, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        var zone = await newspaper.ZoneOfAsync(article, stop);

        DraftDocument body;
        try
        {
            body = DraftDocument.Parse(save.Body);
        }
        catch (DocumentException refused)
        {
            return Results.Problem(detail: refused.Message, statusCode: StatusCodes.Status422UnprocessableEntity, title: Text.T("article.bodyRefused"),
                extensions: new Dictionary<string, object?> { ["problems"] = refused.Problems });
        }

        try
        {
            var content = new ArticleForm(save.Fields).Over(article.Draft.Content, zone) with { Body = body };
            article.SaveDraft(content, save.Revision, staff.By, clock.GetUtcNow(), save.SaveKey);
            await newspaper.SaveChangesAsync(stop);
        }
        catch (Exception stale) when (stale is StaleRevisionException or DbUpdateConcurrencyException)
        {
            return await AnswerStaleAsync(id, newspaper, zone, stop);
        }

        return Results.Json(new DraftSaved(article.Draft.Revision, article.Draft.SavedAt));
    }

    private static async Task<IResult> AnswerStaleAsync(long id, Newspaper newspaper, TimeZoneInfo zone, CancellationToken stop)
    {
        newspaper.ChangeTracker.Clear();
        var current = (await newspaper.Articles.Include(row => row.Draft).SingleAsync(row => row.Id == id, stop)).Draft;
        var savedBy = await newspaper.StaffMembers.Where(row => row.Id == current.SavedBy).Select(row => row.Name).SingleOrDefaultAsync(stop);

        return Results.Problem(detail: Text.T("article.stale"), statusCode: StatusCodes.Status409Conflict, title: Text.T("article.staleTitle"),
            extensions: new Dictionary<string, object?>
            {
                ["revision"] = current.Revision,
                ["savedAt"] = current.SavedAt,
                ["savedBy"] = savedBy ?? "",
                ["fields"] = ArticleForm.Of(current.Content, zone).Fields,
                ["body"] = JsonDocument.Parse(current.Content.Body.ToJson()).RootElement,
            });
    }
}

/// <param name="Revision">The revision from which the writer began.</param>
/// <param name="SaveKey">Unique to this save, the same when it is sent again after a lost answer.</param>
public sealed record DraftSave(long Revision, string SaveKey, Dictionary<string, string[]> Fields, JsonElement Body);

public sealed record DraftSaved(long Revision, DateTimeOffset SavedAt);
