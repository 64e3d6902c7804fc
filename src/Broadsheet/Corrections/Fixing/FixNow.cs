using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.History;
using Broadsheet.Articles.Live;
using Broadsheet.Corrections.Asking;
using Broadsheet.Editions;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Broadsheet.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Corrections.Fixing;

/// <summary>GET, POST /newsroom/articles/7/fix: puts right what readers see, and publishes it, while a draft is open.</summary>
public static class FixNow
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}/fix", Get).Requires(Permission.PublishArticles);
        newsroom.MapPost("/articles/{id:long}/fix", Post).DemandsRevision().Requires(Permission.PublishArticles);
    }

    internal static async Task<IResult> Get(long id, Staff staff, Newspaper newspaper, CancellationToken stop)
    {
        if (await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        if (await ShownAsync(article, newspaper, stop) is not { } shown) return Results.Redirect($"/newsroom/articles/{id}/corrections");
        return await AnswerAsync(article, shown, FixForm.Of(shown, article.PublishedVersionId!.Value), Problems.None, newspaper, StatusCodes.Status200OK, stop);
    }

    internal static async Task<IResult> Post(long id, IFormCollection fields, Staff staff, Newspaper newspaper, FixDesk desk, LiveWatch live, CancellationToken stop)
    {
        if (await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        var form = FixForm.Read(fields);
        if (await ShownAsync(article, newspaper, stop) is not { } shown)
            return await AnswerAsync(article, article.Draft.Content, form, new Problems().Add(Text.T("acts.correct.notOut")), newspaper, StatusCodes.Status409Conflict, stop);
        if (form.Said.Shown != article.PublishedVersionId)
            return await AnswerAsync(article, shown, form with { Said = form.Said with { Shown = article.PublishedVersionId!.Value } }, new Problems().Add(Text.T("fix.stale")), newspaper, StatusCodes.Status409Conflict, stop, form.Against(shown));

        var problems = form.Check(shown);
        if (problems.Any) return await AnswerAsync(article, shown, form, problems, newspaper, StatusCodes.Status422UnprocessableEntity, stop);
        var after = form.Over(shown);
        if (!ContentComparison.Of(shown, after, new Dictionary<Guid, string>(), TimeZoneInfo.Utc).Differs) return await RefusedAsync(Text.T("fix.nothing"));
        if (form.Chosen is null && TellingChanges.Of(shown, after, await LanguageAsync(article, newspaper, stop)).Count > 0) return await RefusedAsync(Text.T("fix.answer"));

        try
        {
            var unmerged = await desk.FixAsync(id, form, staff, stop);
            var page = live.Begin(id);
            return Results.Redirect(unmerged > 0 ? $"/newsroom/articles/{id}/unmerged" : page);
        }
        catch (ArticleException refusal)
        {
            newspaper.ChangeTracker.Clear();
            return await RefusedAsync(refusal.Message, refusal.Status);
        }

        Task<IResult> RefusedAsync(string message, int status = StatusCodes.Status422UnprocessableEntity) =>
            AnswerAsync(article, shown, form, new Problems().Add(message), newspaper, status, stop);
    }

    private static async Task<ArticleContent?> ShownAsync(Article article, Newspaper newspaper, CancellationToken stop) =>
        article.IsPublished && await newspaper.ArticleVersions.AsNoTracking().SingleAsync(row => row.Id == article.PublishedVersionId, stop) is { Tombstone: null } version ? Questions.AsReadersSee(version.Content) : null;

    private static Task<string> LanguageAsync(Article article, Newspaper newspaper, CancellationToken stop) =>
        newspaper.Editions.Where(row => row.Id == article.EditionId).Select(row => row.Language).SingleAsync(stop);

    private static async Task<IResult> AnswerAsync(Article article, ArticleContent shown, FixForm form, Problems problems, Newspaper newspaper, int status, CancellationToken stop, IReadOnlyList<StaleText>? stale = null)
    {
        var edition = await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop);
        var after = form.Refused is null ? form.Over(shown) : shown;
        var telling = TellingChanges.Of(shown, after, edition.Language);
        var used = (form.Body ?? shown.Body).References.Pictures.Concat(telling.Where(change => change.Kind == TellingKind.Picture).SelectMany(change => new[] { change.Before, change.After }).Where(id => id.Length > 0).Select(Guid.Parse));
        var pictures = await newspaper.Pictures.ByPublicIdAsync([.. used.Distinct()], stop);
        return Page.Of<FixNowPage, FixNowView>(new(article, edition, shown, form, telling, pictures.ToDictionary(row => row.Key, row => PictureJson.Of(row.Value)), problems, stale), status);
    }
}

/// <param name="Telling">What of the fix could have misled somebody who read the story before.</param>
public sealed record FixNowView(
    Article Article, Edition Edition, ArticleContent Shown, FixForm Form, IReadOnlyList<TellingChange> Telling, IReadOnlyDictionary<Guid, PictureJson> Pictures, Problems Problems, IReadOnlyList<StaleText>? Stale)
{
    public string Path => $"/newsroom/articles/{Article.Id}";
}
