using System.ComponentModel;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Broadsheet.Api.Articles;

/// <summary>POST /api/v1/articles/{id}/withdrawal</summary>
internal static class WithdrawArticle
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/articles/{id:guid}/withdrawal", Post)
        .Requires(Permission.PublishArticles)
        .Describe("withdrawArticle", "Withdraw an article", "Takes a published article from the readers. Legal reasons need a publisher’s token.");

    internal static async Task<Ok<ArticleAnswer>> Post(Guid id, Sent<ArticleWithdrawal> sent, Staff staff, Newspaper newspaper, Publication publication, TimeProvider clock, CancellationToken stop)
    {
        var asked = sent.Value;
        if (asked.Kind == WithdrawalKind.Legal && !staff.May(Permission.RemoveForLegalReasons)) throw ProblemKind.Forbidden.Exception("Legal removals need a publisher’s token.");

        var article = await newspaper.FindForActAsync(staff, id, asked.Revision, stop);
        var now = clock.GetUtcNow();
        newspaper.Audit(staff, "withdrawal", $"article/{id}", asked.Reason, now);
        await publication.WithdrawAsync(article, new(asked.Kind, asked.Reason, staff.By, now, asked.Notice ?? "", asked.KeepsText, asked.IsByLegalDemand), stop);
        return TypedResults.Ok(await newspaper.AnswerAsync(article, null, stop));
    }
}

/// <summary>Why and how an article is taken from the readers.</summary>
public sealed record ArticleWithdrawal
{
    [Description("The revision that was read.")]
    public required long Revision { get; init; }

    [Description("By mistake (404), a retraction (200 with a notice) or legal (410 or 451).")]
    public required WithdrawalKind Kind { get; init; }

    [Description("Why, for the newsroom and the log of acts.")]
    public required string Reason { get; init; }

    [Description("What readers are told. A retraction needs it.")]
    public string? Notice { get; init; }

    [Description("A retraction’s notice stands over the text, which stays readable; else instead of it.")]
    public bool KeepsText { get; init; }

    [Description("A legal withdrawal that answers 451; else 410.")]
    public bool IsByLegalDemand { get; init; }
}
