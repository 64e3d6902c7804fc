using System.Globalization;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.Live;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Translations.Desk;

/// <summary>
/// GET /newsroom/articles/7/translation: what it was translated from, what changed there since, and what was translated from it. POST makes it the
/// translation of another story, POST …/translation/removal ends that, POST …/translation/version says that it is up to date.
/// </summary>
public static class StoryTranslation
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}/translation", Get).Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/translation", Link).DemandsRevision().Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/translation/removal", Unlink).DemandsRevision().Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}/translation/version", BringUpTo).DemandsRevision().Requires(Permission.WriteArticles);
    }

    /// <param name="q">Words of the original's headline.</param>
    /// <param name="view">"side": before and after beside each other.</param>
    internal static async Task<IResult> Get(long id, string? q, string? view, Staff staff, Newspaper newspaper, TimeProvider clock, CancellationToken stop) =>
        await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop) is { } article
            ? Page.Of<TranslationPage, TranslationPageView>(await TranslationPageView.LoadAsync(article, q ?? "", view == "side", Problems.None, staff, newspaper, clock, stop)) : Results.NotFound();

    internal static Task<IResult> Link(long id, IFormCollection form, Staff staff, Newspaper newspaper, TranslationDesk desk, LiveWatch live, TimeProvider clock, CancellationToken stop) =>
        TryAsync(id, staff, newspaper, live, clock, async article =>
        {
            if (await newspaper.Translations.AnyAsync(row => row.ArticleId == id, stop)) throw new ArticleException(Text.T("translation.already"));
            var source = Number(form, "source");
            if (!await newspaper.Articles.Published(clock.GetUtcNow()).AnyAsync(row => row.Id == source, stop)) throw new ArticleException(Text.T("translation.sourceNotOut"));
            await desk.LinkAsync(id, source, staff, stop);
        }, stop);

    internal static Task<IResult> Unlink(long id, IFormCollection form, Staff staff, Newspaper newspaper, TranslationDesk desk, LiveWatch live, TimeProvider clock, CancellationToken stop) =>
        TryAsync(id, staff, newspaper, live, clock, article => desk.UnlinkAsync(article, (int)Number(form, "revision"), staff, stop), stop);

    internal static Task<IResult> BringUpTo(long id, IFormCollection form, Staff staff, Newspaper newspaper, TranslationDesk desk, LiveWatch live, TimeProvider clock, CancellationToken stop) =>
        TryAsync(id, staff, newspaper, live, clock, article =>
            desk.BringUpToAsync(article, (int)Number(form, "version"), DateTimeOffset.FromUnixTimeMilliseconds(Number(form, "settled")), (int)Number(form, "revision"), staff, stop), stop);

    private static async Task<IResult> TryAsync(long id, Staff staff, Newspaper newspaper, LiveWatch live, TimeProvider clock, Func<Article, Task> act, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        try
        {
            await act(article);
            if (article.IsPublished) live.Begin(id);
            return Results.Redirect($"/newsroom/articles/{id}/translation");
        }
        catch (ArticleException refusal)
        {
            newspaper.ChangeTracker.Clear();
            var again = (await newspaper.Articles.AsNoTracking().ForReadingAsync(id, staff, stop))!;
            return Page.Of<TranslationPage, TranslationPageView>(await TranslationPageView.LoadAsync(again, "", false, new Problems().Add(refusal.Message), staff, newspaper, clock, stop), refusal.Status);
        }
    }

    private static long Number(IFormCollection form, string field) =>
        long.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (field is "source" or "settled" || number <= int.MaxValue) ? number : 0;
}
