using Broadsheet.Accounts;
using Broadsheet.Articles.Live;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>POST /newsroom/articles/7/withdrawal</summary>
public static class WithdrawArticle
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/withdrawal", Post).AnswersOnPage("withdrawal").ChecksWhatReadersSee().Requires(Permission.PublishArticles);

    internal static async Task<Results<RedirectHttpResult, NotFound>> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, Publication publication, LiveWatch live, TimeProvider clock, CancellationToken stop)
    {
        var form = WithdrawalForm.Read(fields);
        if (await newspaper.Articles.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return TypedResults.NotFound();

        var withdrawal = form.Read(staff.By, clock.GetUtcNow());
        if (withdrawal.Kind == WithdrawalKind.Legal && !staff.May(Permission.RemoveForLegalReasons)) throw new RefusalException(Text.T("acts.notLegal"), StatusCodes.Status403Forbidden);

        newspaper.Audit(staff, $"withdraw-{withdrawal.Kind.ToString().ToLowerInvariant()}", $"article/{id}", withdrawal.Reason, withdrawal.At);
        await publication.WithdrawAsync(article, withdrawal, stop);
        return TypedResults.Redirect(live.Begin(id));
    }
}

/// <summary>What the form of a withdrawal sends; <see cref="Kind"/> is mistake, retraction or legal.</summary>
public sealed record WithdrawalForm
{
    public string? Kind { get; init; }
    public string? Reason { get; init; }
    public string? Notice { get; init; }
    public bool KeepsText { get; init; }
    public bool IsByLegalDemand { get; init; }

    public static WithdrawalForm Read(IFormCollection form) => new()
    {
        Kind = form["Kind"],
        Reason = form["Reason"],
        Notice = form["Notice"],
        KeepsText = form["KeepsText"] == "true",
        IsByLegalDemand = form["IsByLegalDemand"] == "true",
    };

    public Withdrawal Read(long by, DateTimeOffset now) => Enum.TryParse<WithdrawalKind>(Kind, ignoreCase: true, out var kind)
        ? new Withdrawal(kind, Reason ?? "", by, now, Notice ?? "", KeepsText, IsByLegalDemand)
        : throw new ArticleException(Text.T("acts.sayKind"));
}
