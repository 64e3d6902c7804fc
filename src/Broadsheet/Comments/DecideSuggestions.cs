using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Comments;

/// <summary>POST /newsroom/articles/7/suggestions: accepts or rejects one suggestion, or all, where no script does it in the open text.</summary>
public static class DecideSuggestions
{
    public static void Map(IEndpointRouteBuilder newsroom) =>
        newsroom.MapPost("/articles/{id:long}/suggestions", Post).Requires(Permission.WriteArticles).DemandsRevision();

    internal static async Task<IResult> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        if (!long.TryParse(fields["Revision"], CultureInfo.InvariantCulture, out var revision)) throw new ArticleException(T("article.noRevision"));

        // No suggestion's id: all of them.
        var (content, verdict, suggestion) = (article.Draft.Content, fields["Verdict"].ToString(), fields["Suggestion"].ToString());
        var body = (verdict, suggestion) switch
        {
            ("accept", { Length: > 0 } one) => content.Body.Accept(one),
            ("accept", _) => content.Body.AcceptAll(),
            ("reject", { Length: > 0 } one) => content.Body.Reject(one),
            ("reject", _) => content.Body.RejectAll(),
            _ => throw new RefusalException(T("comments.noVerdict"), StatusCodes.Status400BadRequest),
        };

        try
        {
            article.SaveDraft(content with { Body = body }, revision, staff.By, clock.GetUtcNow());
            newspaper.Audit(staff, $"suggestions-{verdict}ed", $"article/{article.PublicId}", suggestion.Length == 0 ? null : suggestion, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }
        catch (Exception stale) when (stale is StaleRevisionException or DbUpdateConcurrencyException)
        {
            throw new ArticleException(T("article.staleAct"));
        }

        return Results.Redirect($"/newsroom/articles/{id}/comments");
    }
}
