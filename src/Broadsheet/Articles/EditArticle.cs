using Broadsheet.Accounts;
using Broadsheet.Articles.CoEditing;
using Broadsheet.Articles.Live;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>GET and POST /newsroom/articles/7: the story with everything an editor writes about it.</summary>
public static class EditArticle
{
    public static void Map(IEndpointRouteBuilder newsroom)
    {
        newsroom.MapGet("/articles/{id:long}", Get).Requires(Permission.WriteArticles);
        newsroom.MapPost("/articles/{id:long}", Post).Requires(Permission.WriteArticles).DemandsRevision();
    }

    // Somebody without script sees at once what took no longer; the page is held back by nothing longer.
    private static readonly TimeSpan LiveWait = TimeSpan.FromMilliseconds(400);

    /// <param name="since">When an act was just committed, of which the page is to tell whether readers see it.</param>
    internal static async Task<IResult> Get(long id, long? since, Staff staff, Newspaper newspaper, Publication publication, StoryPanels panels, LiveWatch live, PublicPages pages, ArticleRooms rooms, CancellationToken stop)
    {
        if (await newspaper.Articles.ForReadingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        var zone = await newspaper.ZoneOfAsync(article, stop);
        var check = since is { } moment ? live.Find(id, moment) : null;
        if (check is not null) await check.EndsWithin(LiveWait);
        return await PageOfAsync(article, ArticleForm.Of(article.Draft.Content, zone), Problems.None, staff, newspaper, publication, panels, stop,
            live: check is null ? null : LiveView.Of(check, article, pages), here: rooms.NamesIn(id));
    }

    internal static async Task<IResult> Post(long id, HttpRequest request, Staff staff, Newspaper newspaper, Publication publication, StoryPanels panels, TimeProvider clock, CancellationToken stop) =>
        await SaveAsync(id, await request.ReadFormAsync(stop), staff, newspaper, publication, panels, clock, stop) ?? Results.Redirect($"/newsroom/articles/{id}");

    /// <summary>Saves what stands in the form. Null when it is saved; else the page with the form as it was typed and what is wrong.</summary>
    internal static async Task<IResult?> SaveAsync(long id, IFormCollection posted, Staff staff, Newspaper newspaper, Publication publication, StoryPanels panels, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        var zone = await newspaper.ZoneOfAsync(article, stop);
        var form = ArticleForm.From(posted);

        var problems = new Problems();
        if (string.IsNullOrWhiteSpace(form["Headline"])) problems.Add("Headline", Text.T("article.writeHeadline"));
        if (!long.TryParse(form["Revision"], out var revision)) problems.Add(Text.T("article.noRevision"));
        if (problems.Any) return await PageOfAsync(article, form, problems, staff, newspaper, publication, panels, stop);

        try
        {
            var content = form.Over(article.Draft.Content, zone);
            content = content with { Topics = [.. content.Topics.Union(await AddedTopics.FindOrAddAsync(form["AddTopics"], article.EditionId, newspaper, stop))] };
            article.SaveDraft(content, revision, staff.By, clock.GetUtcNow());
            await newspaper.SaveChangesAsync(stop);
            return null;
        }
        catch (Exception stale) when (stale is StaleRevisionException or DbUpdateConcurrencyException)
        {
            newspaper.ChangeTracker.Clear();
            article = (await newspaper.Articles.ForEditingAsync(id, staff, stop))!;
            var theirs = ArticleForm.Of(article.Draft.Content, zone);
            return await PageOfAsync(article, form, problems.Add(Text.T("article.stale")), staff, newspaper, publication, panels, stop, theirs);
        }
    }

    /// <summary>The page as it stands, with an act that was refused.</summary>
    internal static async Task<IResult> RefusedAsync(long id, RefusedAct act, Problems problems, int status, Staff staff, Newspaper newspaper, Publication publication, StoryPanels panels, CancellationToken stop)
    {
        if (await newspaper.Articles.ForEditingAsync(id, staff, stop) is not { } article) return Results.NotFound();
        var form = ArticleForm.Of(article.Draft.Content, await newspaper.ZoneOfAsync(article, stop));
        return await PageOfAsync(article, form, problems, staff, newspaper, publication, panels, stop, act: act, status: status);
    }

    private static async Task<IResult> PageOfAsync(
        Article article, ArticleForm form, Problems problems, Staff staff, Newspaper newspaper, Publication publication, StoryPanels panels, CancellationToken stop,
        ArticleForm? theirs = null, RefusedAct? act = null, int? status = null, LiveView? live = null, IReadOnlyList<string>? here = null)
    {
        var view = new EditArticleView(
            article, form, ArticleForm.Of(article.Draft.Content, await newspaper.ZoneOfAsync(article, stop)), problems, theirs,
            await ArticleChoices.LoadAsync(article, form, newspaper, stop),
            await VersionsAsync(article, newspaper, stop),
            await PicturesAsync(article, newspaper, stop),
            staff, act, publication.TakeBackUntil(article), live, here)
        {
            Keys = await Keys.KeysView.LoadAsync(article, staff, publication, newspaper, stop),
            Desks = staff.May(Permission.EditDeskArticles) ? await newspaper.Desks.AsNoTracking().OrderBy(row => row.Name).ToListAsync(stop) : [],
            MayPublish = await newspaper.MayPublishAsync(article, staff, stop),
            Panels = await panels.LoadAsync(article, staff, act, stop),
        };
        return Page.Of<EditArticlePage, EditArticleView>(view, status ?? (theirs is not null ? StatusCodes.Status409Conflict : problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK));
    }

    private static async Task<List<PictureJson>> PicturesAsync(Article article, Newspaper newspaper, CancellationToken stop)
    {
        var content = article.Draft.Content;
        var used = content.Body.References.Pictures.Concat(content.LeadPicture is { } lead ? [lead.Picture] : []).ToHashSet();
        return [.. (await newspaper.Pictures.ByPublicIdAsync(used, stop)).Values.Select(PictureJson.Of)];
    }

    private static async Task<List<VersionLine>> VersionsAsync(Article article, Newspaper newspaper, CancellationToken stop)
    {
        var versions = await newspaper.ArticleVersions.Where(row => row.ArticleId == article.Id).OrderByDescending(row => row.Number).Take(20)
            .Select(row => new { row.Number, row.MadeAt, row.Reason, row.MadeBy }).ToListAsync(stop);
        var makers = versions.Select(row => row.MadeBy).ToHashSet();
        var names = await newspaper.StaffMembers.Where(row => makers.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, stop);
        return [.. versions.Select(row => new VersionLine(row.Number, row.MadeAt, row.Reason, names.GetValueOrDefault(row.MadeBy, "")))];
    }
}

/// <param name="Form">What stands in the fields: the saved text, or what was posted and refused.</param>
/// <param name="Saved">What stands saved.</param>
/// <param name="Theirs">What stands saved, when the posted form began from an older revision.</param>
/// <param name="Act">The act that was just refused, with what was typed for it.</param>
/// <param name="TakeBackUntil">Until when the first publication can be taken back in silence; null when it cannot.</param>
/// <param name="Live">Whether readers see the act that was just done.</param>
/// <param name="Here">Who has the story open.</param>
public sealed record EditArticleView(
    Article Article, ArticleForm Form, ArticleForm Saved, Problems Problems, ArticleForm? Theirs, ArticleChoices Choices,
    IReadOnlyList<VersionLine> Versions,
    IReadOnlyList<PictureJson> Pictures, Staff Staff, RefusedAct? Act = null, DateTimeOffset? TakeBackUntil = null, LiveView? Live = null, IReadOnlyList<string>? Here = null)
{
    public string Path => $"/newsroom/articles/{Article.Id}";

    /// <summary>Who stands behind the text; null where one key is enough.</summary>
    public Keys.KeysView? Keys { get; init; }

    /// <summary>To which desks she could give it.</summary>
    public IReadOnlyList<Desk> Desks { get; init; } = [];

    /// <summary>In the sections where it stands and would stand.</summary>
    public bool MayPublish { get; init; }

    /// <summary>What other features bring to the page.</summary>
    public required ILookup<StoryPanelPlace, RenderFragment> Panels { get; init; }
}

public sealed record VersionLine(int Number, DateTimeOffset MadeAt, string Reason, string By);
