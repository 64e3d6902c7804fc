using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.Live;
using Broadsheet.Planning.Needs;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Planning.Flash;

/// <summary>The hours of a flash are over. One that was marked again meanwhile has a job of its own.</summary>
public sealed record FlashEnds(long Article, DateTimeOffset Until);

internal sealed class EndFlashOnTime(Newspaper newspaper) : IJob<FlashEnds>
{
    public async Task RunAsync(FlashEnds work, string key, CancellationToken stop)
    {
        var article = await newspaper.Articles.SingleOrDefaultAsync(row => row.Id == work.Article, stop);
        if (article?.MoreFollowsUntil?.ToUnixTimeMilliseconds() != work.Until.ToUnixTimeMilliseconds()) return;

        article!.EndMoreFollows();
        await newspaper.SaveChangesAsync(stop);
    }
}

/// <summary>After each new version of a flash: when nothing that its section wants is missing, no more follows.</summary>
internal sealed class EndFlashWhenFilled(Newspaper newspaper, SectionNeeds needs) : IJob<ArticleUpdated>
{
    public async Task RunAsync(ArticleUpdated happened, string key, CancellationToken stop)
    {
        var article = await newspaper.Articles.SingleOrDefaultAsync(row => row.Id == happened.Article, stop);
        if (article is not { MoreFollowsUntil: not null, PublishedVersionId: { } shown }) return;

        var version = await newspaper.ArticleVersions.AsNoTracking().SingleAsync(row => row.Id == shown, stop);
        if (version.ContentJson is null || (await needs.WantedAsync(version.Content, null, stop)).Any(line => !line.IsDone)) return;

        article.EndMoreFollows();
        (await newspaper.PlanOfAsync(article.Id, stop)).Filled();
        await newspaper.SaveChangesAsync(stop);
    }
}

/// <summary>POST /newsroom/articles/7/flash/removal: an editor says that the story is whole.</summary>
public static class EndFlash
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/articles/{id:long}/flash/removal", Post).AnswersOnPage("flash/removal").ChecksRevision().Requires(Permission.PublishArticles);

    internal static async Task<IResult> Post(long id, Staff staff, Newspaper newspaper, LiveWatch live, TimeProvider clock, CancellationToken stop)
    {
        if (await newspaper.Articles.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } article) return Results.NotFound();

        article.EndMoreFollows();
        (await newspaper.PlanOfAsync(id, stop)).Filled();
        newspaper.Audit(staff, "flash-ended", $"article/{article.PublicId}", null, clock.GetUtcNow());
        await newspaper.SaveChangesAsync(stop);
        return Results.Redirect(live.Begin(id));
    }
}
