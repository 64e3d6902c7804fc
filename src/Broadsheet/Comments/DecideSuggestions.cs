using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Comments;

/// <summary>POST /newsroom/articles/7/suggestions: accepts or rejects one suggestion, or all, where no script does it in the open text.</summary>
public static class DecideSuggestions
{
    public static void Map(IEndpointRouteBuilder newsroom) =>
        newsroom.MapPost("/articles/{id:long}/suggestions", Post).Requires(Permission.WriteArticles).DemandsRevision();

    internal static async Task<IResult> Post(long id, [FromForm] Decision decision, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        if (!long.TryParse(decision.Revision, CultureInfo.InvariantCulture, out var revision)) throw new ArticleException(T("article.noRevision"));

        var content = article.Draft.Content;
        var body = (decision.Verdict, decision.Suggestion) switch
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
            newspaper.Audit(staff, $"suggestions-{decision.Verdict}ed", $"article/{article.PublicId}", decision.Suggestion, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
        }
        catch (Exception stale) when (stale is StaleRevisionException or DbUpdateConcurrencyException)
        {
            throw new ArticleException(T("article.staleAct"));
        }

        return Results.Redirect($"/newsroom/articles/{id}/comments");
    }

    internal sealed record Decision
    {
        public string? Verdict { get; init; }

        /// <summary>Its id; empty: all of them.</summary>
        public string? Suggestion { get; init; }

        public string? Revision { get; init; }
    }
}
