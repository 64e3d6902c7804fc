using Broadsheet.Articles.Keys;
using Broadsheet.Sections;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>
/// The rule of two keys, which a section can demand: a story goes out when two people stand behind the same text, and nobody
/// publishes her own. What is out already may be corrected and withdrawn with one hand; somebody reads that afterwards.
/// </summary>
public sealed partial class Publication
{
    /// <summary>Puts somebody behind the draft as it stands.</summary>
    public Task GiveKeyAsync(Article article, long by, CancellationToken stop = default) => newspaper.WriteAsync(async () =>
    {
        if (string.IsNullOrWhiteSpace(article.Draft.Content.Headline)) throw new ArticleException(Text.T("article.writeHeadline"));
        var version = await MakeVersionAsync(article, article.Draft.Content, by, Text.T("version.key"), stop);
        if (!await TurnAsync(article, version, by, stop) || article.IsPublished || !await DemandsTwoKeysAsync(article, version.Content, stop)) return;

        if ((await KeysToAsync(article, version.Content, stop)).Count > 1) return;
        await newspaper.TellOfFirstKeyAsync(article, by, clock.GetUtcNow(), stop);
        await newspaper.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Takes her keys to the story back.</summary>
    /// <exception cref="ArticleException">It is scheduled: what was promised at a time must not fail then.</exception>
    public Task TakeKeyAsync(Article article, long by, CancellationToken stop = default) => newspaper.WriteAsync(async () =>
    {
        if (article.ScheduledFor is not null) throw new ArticleException(Text.T("keys.scheduled"));
        await newspaper.ArticleKeys.Where(key => key.ArticleId == article.Id && key.By == by).ExecuteDeleteAsync(stop);
    }, stop);

    /// <summary>The duty editor's way: out with one key, for a reason. The others are told at once, and one of them reads it afterwards.</summary>
    public Task PublishAloneAsync(Article article, long by, string reason, CancellationToken stop = default) => newspaper.WriteAsync(async () =>
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new ArticleException(Text.T("keys.sayWhy"));
        await DemandReadyAsync(article, article.Draft.Content, stop);
        var version = await MakeVersionAsync(article, article.Draft.Content, by, reason, stop);
        await TurnAsync(article, version, by, stop);
        newspaper.LateReadings.Add(new(article.Id, version.Id, by, reason.Trim(), clock.GetUtcNow()));
        var told = await newspaper.TellOfGoingAloneAsync(article, version.Content, by, reason.Trim(), clock.GetUtcNow(), stop);
        if (!article.IsPublished) await newspaper.TellOfPublicationAsync(article, version.Content, by, clock.GetUtcNow(), but: told, stop);
        await ShowAsync(article, version, saysUpdated: false, stop);
    }, stop);

    /// <summary>Whether the section into which the content would go demands two keys.</summary>
    public Task<bool> DemandsTwoKeysAsync(Article article, ArticleContent content, CancellationToken stop = default) =>
        newspaper.Sections.AnyAsync(row => row.PublicId == content.Section && row.EditionId == article.EditionId && row.DemandsTwoKeys, stop);

    /// <summary>The keys to what readers would get of this content, one a person, in the order given.</summary>
    internal async Task<IReadOnlyList<ArticleKey>> KeysToAsync(Article article, ArticleContent content, CancellationToken stop = default) =>
        [.. (await KeysAsync(article, stop)).Where(row => row.Opens(content)).Select(row => row.Key).DistinctBy(key => key.By)];

    /// <summary>All keys to the story with the version that each belongs to.</summary>
    internal async Task<IReadOnlyList<KeyToVersion>> KeysAsync(Article article, CancellationToken stop = default) =>
        [.. (await newspaper.ArticleKeys.AsNoTracking().Where(key => key.ArticleId == article.Id)
            .Join(newspaper.ArticleVersions, key => key.VersionId, version => version.Id, (key, version) => new KeyToVersion(key, version)).ToListAsync(stop)).OrderBy(row => row.Key.Id)];

    // By whoever publishes or schedules now: pressing the button is her key.
    private async Task DemandKeysAsync(Article article, ArticleVersion version, long by, CancellationToken stop)
    {
        if (by == 0 || !await DemandsTwoKeysAsync(article, version.Content, stop)) return;

        var keys = await KeysToAsync(article, version.Content, stop);
        if (article.IsPublished)
        {
            if (keys.All(key => key.By == by)) newspaper.LateReadings.Add(new(article.Id, version.Id, by, "", clock.GetUtcNow()));
            return;
        }
        if (article.CreatedBy == by) throw new ArticleException(Text.T("keys.ownStory"));
        if (keys.All(key => key.By == by)) throw new ArticleException(Text.T("keys.secondMissing"));
        await TurnAsync(article, version, by, stop);
    }

    // When its time has come, nobody presses anything: both keys must be there already, or the reason of whoever went alone.
    private async Task DemandKeysAtItsTimeAsync(Article article, ArticleVersion version, CancellationToken stop)
    {
        if (version.MadeBy == 0 || article.IsPublished || !await DemandsTwoKeysAsync(article, version.Content, stop)) return;
        if ((await KeysToAsync(article, version.Content, stop)).Count < 2) throw new ArticleException(Text.T("keys.secondMissing"));
    }

    // False: it was given before.
    private async Task<bool> TurnAsync(Article article, ArticleVersion version, long by, CancellationToken stop)
    {
        if (await newspaper.ArticleKeys.AnyAsync(key => key.VersionId == version.Id && key.By == by, stop)) return false;
        newspaper.ArticleKeys.Add(new(article.Id, version.Id, by, clock.GetUtcNow()));
        await newspaper.SaveChangesAsync(stop);
        return true;
    }
}

/// <summary>A key and the text that it was given to.</summary>
internal sealed record KeyToVersion(ArticleKey Key, ArticleVersion Version)
{
    /// <summary>Whether it is a key to this content, too: readers would get of it what they would get of that text.</summary>
    public bool Opens(ArticleContent content) => Version.PrintsLike(content);
}
