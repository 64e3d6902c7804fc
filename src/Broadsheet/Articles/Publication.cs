using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Machine;
using Broadsheet.Redirects;
using Broadsheet.Sections;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Topics;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>
/// A question that must be answered well before a story goes out by any road: editor, API or schedule.
/// Features register theirs; Articles asks them all.
/// </summary>
public interface IPublicationCheck
{
    /// <returns>What is missing, each with the field it is about; empty when all is well.</returns>
    Task<IReadOnlyList<NotReadyException.Problem>> CheckAsync(Article article, ArticleContent content, CancellationToken stop);
}

/// <summary>What a feature does to a story's words as they become a version. The draft stays as its writers left it.</summary>
public interface IVersionFinish
{
    /// <param name="before">The version before this one; null when it is the first, or its content was destroyed.</param>
    /// <param name="at">When it goes out.</param>
    Task<ArticleContent> FinishAsync(Article article, ArticleContent content, ArticleContent? before, DateTimeOffset at, CancellationToken stop);
}

/// <summary>The acts on an article that need the database: its last version, its places and every feature's checks.</summary>
public sealed partial class Publication(Newspaper newspaper, IEnumerable<IPublicationCheck> checks, IEnumerable<IVersionFinish> finishes, MachineSettings machine, TimeProvider clock)
{
    /// <summary>Makes a version of the draft, unless the last one says the same, and shows it to readers.</summary>
    /// <param name="article">Loaded with <see cref="ArticleQueries.ForActs"/>.</param>
    /// <exception cref="NotReadyException">Something every published story needs is missing; nothing was changed.</exception>
    public Task PublishAsync(Article article, long by, string reason = "", bool saysUpdated = false, CancellationToken stop = default) =>
        newspaper.WriteAsync(async () =>
        {
            await DemandReadyAsync(article, article.Draft.Content, stop);
            var version = await MakeVersionAsync(article, article.Draft.Content, by, reason, stop);
            await DemandKeysAsync(article, version, by, stop);
            if (!article.IsPublished) await newspaper.TellOfPublicationAsync(article, version.Content, by, clock.GetUtcNow(), [], stop);
            await ShowAsync(article, version, saysUpdated, stop);
        }, stop);

    /// <summary>Makes a version of the draft that goes out at <paramref name="at"/>, with or without traffic.</summary>
    /// <exception cref="NotReadyException">It could not go out as it is.</exception>
    public Task ScheduleAsync(Article article, DateTimeOffset at, long by, CancellationToken stop = default) =>
        newspaper.WriteAsync(async () =>
        {
            await DemandReadyAsync(article, article.Draft.Content, stop);
            var version = await MakeVersionAsync(article, article.Draft.Content, by, Text.T("version.scheduled"), at, stop);
            await DemandKeysAsync(article, version, by, stop);
            article.Schedule(version, at, by, clock.GetUtcNow());
            newspaper.Enqueue(new ScheduledPublication(article.Id, version.Id, at), at, $"publish/{article.Id}/{article.Stamp:N}");
            await newspaper.SaveChangesAsync(stop);
        }, stop);

    /// <summary>Sends the scheduled version out. What stops it (a credit lost meanwhile) is thrown, and the job tries again.</summary>
    public Task PublishScheduledAsync(Article article, CancellationToken stop = default) =>
        newspaper.WriteAsync(async () =>
        {
            var version = await newspaper.ArticleVersions.SingleAsync(row => row.Id == article.ScheduledVersionId, stop);
            await DemandReadyAsync(article, version.Content, stop);
            await DemandKeysAtItsTimeAsync(article, version, stop);
            if (!article.IsPublished) await newspaper.TellOfScheduleAsync(article, version.Content, clock.GetUtcNow(), stop);
            await ShowAsync(article, version, saysUpdated: article.PublishedAt is not null, stop);
        }, stop);

    /// <summary>Makes a version of the draft, unless the last one says the same: what somebody was shown or stands behind is kept.</summary>
    public Task<ArticleVersion> KeepVersionAsync(Article article, long by, string reason, CancellationToken stop = default) =>
        newspaper.WriteAsync(() => MakeVersionAsync(article, article.Draft.Content, by, reason, stop), stop);

    public async Task WithdrawAsync(Article article, Withdrawal withdrawal, CancellationToken stop = default)
    {
        article.Withdraw(withdrawal);
        await newspaper.TellOfWithdrawalAsync(article, withdrawal, stop);
        newspaper.Record(new ArticleWithdrawn(article.Id), withdrawal.At);
        await newspaper.SaveChangesAsync(stop);
    }

    /// <summary>What still keeps the story from going out, for a checklist. Empty: nothing.</summary>
    public async Task<IReadOnlyList<NotReadyException.Problem>> ProblemsAsync(Article article, ArticleContent content, CancellationToken stop = default)
    {
        var problems = new List<NotReadyException.Problem>();
        if (string.IsNullOrWhiteSpace(content.Headline)) problems.Add(new("Headline", Text.T("article.writeHeadline")));
        if (content.Section is not { } section) problems.Add(new("Section", Text.T("article.needsSection")));
        else if (!await newspaper.Sections.AnyAsync(row => row.PublicId == section && row.EditionId == article.EditionId, stop)) problems.Add(new("Section", Text.T("article.sectionGone")));
        if (content.Kind == ArticleKind.Sponsored && string.IsNullOrWhiteSpace(content.Payer)) problems.Add(new("Payer", Text.T("article.needsPayer")));
        foreach (var check in checks) problems.AddRange(await check.CheckAsync(article, content, stop));
        return problems;
    }

    private async Task DemandReadyAsync(Article article, ArticleContent content, CancellationToken stop)
    {
        var problems = await ProblemsAsync(article, content, stop);
        if (problems.Count > 0) throw new NotReadyException(problems);
    }

    private async Task ShowAsync(Article article, ArticleVersion version, bool saysUpdated, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var wasOut = article.IsPublished;
        var oldPath = await PathAsync(article, stop);
        article.Publish(version, version.Content, await FindPlacesAsync(article, version.Content, stop), now, saysUpdated);
        if (oldPath is not null) await newspaper.RedirectAsync(oldPath, (await PathAsync(article, stop))!, now, stop: stop);

        if (wasOut) newspaper.Record(new ArticleUpdated(article.Id), now);
        else newspaper.Record(new ArticlePublished(article.Id), now);
        await newspaper.SaveChangesAsync(stop);
    }

    // Null before the first publication: nobody can have kept an address that never was.
    private async Task<string?> PathAsync(Article article, CancellationToken stop)
    {
        if (article.SectionId is not { } id) return null;
        var section = await newspaper.Sections.SingleAsync(row => row.Id == id, stop);
        var edition = await newspaper.Editions.SingleAsync(row => row.Id == article.EditionId, stop);
        return edition.PathOf($"/{section.Slug}/{article.Slug}");
    }

    private async Task<ArticlePlaces> FindPlacesAsync(Article article, ArticleContent content, CancellationToken stop)
    {
        var sections = await newspaper.Sections.Where(row => row.EditionId == article.EditionId).ToDictionaryAsync(row => row.PublicId, row => row.Id, stop);
        var topics = await newspaper.TopicIdsAsync(content.Topics, stop);
        var names = content.Bylines.Select(line => line.Contributor).OfType<Guid>().ToList();
        var contributors = await newspaper.Contributors.Where(row => names.Contains(row.PublicId)).Select(row => row.Id).ToListAsync(stop);
        var section = sections[content.Section!.Value];

        return new ArticlePlaces(section, await FreeSlugAsync(article, section, content, stop), topics, contributors,
            [.. content.AlsoIn.Where(sections.ContainsKey).Select(id => sections[id])], await newspaper.SeriesIdAsync(content.Series, article.EditionId, stop));
    }

    // Two stories may carry the same headline; the later one's address gets a number.
    private async Task<string> FreeSlugAsync(Article article, long section, ArticleContent content, CancellationToken stop)
    {
        var wanted = content.Slug.Length > 0 ? Slug.Of(content.Slug) : article.Slug.Length > 0 ? article.Slug : Slug.Of(content.Headline);
        var slug = wanted;
        for (var n = 2; await newspaper.Articles.AnyAsync(row => row.SectionId == section && row.Slug == slug && row.Id != article.Id, stop); n++)
            slug = $"{wanted}-{n}";
        return slug;
    }
}
