using Broadsheet.Articles;
using Broadsheet.Corrections;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Sections;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Storage.Outbox;
using Broadsheet.Syndication.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Syndication.Pings;

/// <summary>Writes down who outside is to be told of a story: the hubs, of each feed that it stands in; search engines, of its page.</summary>
internal sealed class NewsOfStories(Newspaper newspaper, FeedsOfStory feeds, PaperOrigin origin, TimeProvider clock)
{
    public async Task TellAsync(long id, bool isCorrection, CancellationToken stop)
    {
        if (await newspaper.Articles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { PublishedAt: not null } article) return;
        var edition = (await newspaper.Editions.AsNoTracking().SingleAsync(row => row.Id == article.EditionId, stop)).ForPaper();
        var told = new List<(PingKind Kind, string Target, string Subject)>();

        if ((await newspaper.SettingAsync<FeedHubs>(stop)).Hubs is { Count: > 0 } hubs)
        {
            var channels = isCorrection ? [FeedChannel.OfCorrections(edition, "", "")] : await feeds.OfAsync(article, edition, stop);
            told.AddRange(from hub in hubs from channel in channels from format in FeedFormat.All select (PingKind.Hub, hub, origin.Whole(channel.AddressIn(format))));
        }
        if (await newspaper.SettingAsync<IndexNow>(stop) is { IsOn: true } engines && !article.IsHiddenFromSearchEngines && await PageOfAsync(article, edition, stop) is { } page)
            told.Add((PingKind.IndexNow, engines.Address, page));
        await WriteAsync(told, stop);
    }

    private async Task<string?> PageOfAsync(Article article, PaperEdition edition, CancellationToken stop) =>
        await newspaper.Sections.Where(row => row.Id == article.SectionId).Select(row => row.Slug).FirstOrDefaultAsync(stop) is { } section
            ? origin.Whole(edition.At(PaperOrigin.Path(section, article.Slug))) : null;

    private async Task WriteAsync(List<(PingKind Kind, string Target, string Subject)> told, CancellationToken stop)
    {
        if (told.Count == 0) return;
        var (now, subjects) = (clock.GetUtcNow(), told.Select(one => one.Subject).ToHashSet());
        var waiting = await newspaper.Pings.Where(row => subjects.Contains(row.Subject)).ToListAsync(stop);
        foreach (var (kind, target, subject) in told.Distinct())
        {
            if (waiting.Find(row => row.Target == target && row.Subject == subject) is { } known) known.Again(now);
            else newspaper.Pings.Add(new Ping(kind, target, subject, now));
        }
        await newspaper.SaveChangesAsync(stop);
    }
}

internal sealed class TellOfPublication(NewsOfStories news) : IJob<ArticlePublished>
{
    public Task RunAsync(ArticlePublished work, string key, CancellationToken stop) => news.TellAsync(work.Article, isCorrection: false, stop);
}

internal sealed class TellOfUpdate(NewsOfStories news) : IJob<ArticleUpdated>
{
    public Task RunAsync(ArticleUpdated work, string key, CancellationToken stop) => news.TellAsync(work.Article, isCorrection: false, stop);
}

internal sealed class TellOfWithdrawal(NewsOfStories news) : IJob<ArticleWithdrawn>
{
    public Task RunAsync(ArticleWithdrawn work, string key, CancellationToken stop) => news.TellAsync(work.Article, isCorrection: false, stop);
}

internal sealed class TellOfCorrection(NewsOfStories news) : IJob<CorrectionMade>
{
    public Task RunAsync(CorrectionMade work, string key, CancellationToken stop) => news.TellAsync(work.Article, isCorrection: true, stop);
}

internal sealed class TellOfAmendment(NewsOfStories news) : IJob<CorrectionAmended>
{
    public Task RunAsync(CorrectionAmended work, string key, CancellationToken stop) => news.TellAsync(work.Article, isCorrection: true, stop);
}
