using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Corrections;
using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Translations;

/// <summary>The acts of translating.</summary>
public sealed class TranslationDesk(Newspaper newspaper, TimeProvider clock)
{
    /// <summary>Begins a story of another edition with what the source says to readers now: hers who asks, and a draft.</summary>
    /// <exception cref="ArticleException">There is one already, or the source cannot have any.</exception>
    public Task<Article> BeginAsync(long source, Edition edition, Staff staff, CancellationToken stop = default) => PairingAsync(async () =>
    {
        var (original, version) = await SourceAsync(source, stop);
        var now = clock.GetUtcNow();
        var article = Article.BegunBy(staff, edition.Id, now);
        article.SaveDraft(await newspaper.SourceTextAsync(version.Content, edition, stop), article.Draft.Revision, staff.By, now);
        newspaper.Articles.Add(article);
        await newspaper.SaveChangesAsync(stop);
        await PairAsync(article, original, version, "translation-begun", staff, now, stop);
        return article;
    }, stop);

    /// <summary>Says of a story that it is a translation of another, as that one stands now.</summary>
    /// <exception cref="ArticleException">The two cannot be a pair.</exception>
    public Task LinkAsync(long article, long source, Staff staff, CancellationToken stop = default) => PairingAsync(async () =>
    {
        var (original, version) = await SourceAsync(source, stop);
        var own = await newspaper.Articles.SingleAsync(row => row.Id == article, stop);
        await PairAsync(own, original, version, "translation-linked", staff, clock.GetUtcNow(), stop);
        return own;
    }, stop);

    /// <summary>Says that it is none any more. Both stories stay as they are.</summary>
    /// <param name="seen">The revision that was seen.</param>
    public Task UnlinkAsync(Article article, int seen, Staff staff, CancellationToken stop = default) => ChangeAsync(article, seen, staff, (link, source) =>
    {
        newspaper.Translations.Remove(link);
        newspaper.Audit(staff, "translation-unlinked", $"article/{article.PublicId}", $"article/{source.PublicId}", clock.GetUtcNow());
    }, stop);

    /// <summary>Says that the translation has in it what the source says.</summary>
    /// <param name="version">The source's version that was seen.</param>
    /// <param name="settled">The last thing put right that was seen.</param>
    public Task BringUpToAsync(Article article, int version, DateTimeOffset settled, int seen, Staff staff, CancellationToken stop = default) => ChangeAsync(article, seen, staff, (link, source) =>
    {
        var before = link.FromVersion;
        link.BringUpTo(version, settled, seen);
        newspaper.Audit(staff, "translation-brought-up", $"article/{article.PublicId}", $"article/{source.PublicId} {before} → {link.FromVersion}", clock.GetUtcNow());
    }, stop);

    private async Task ChangeAsync(Article article, int seen, Staff staff, Action<Translation, Article> change, CancellationToken stop)
    {
        if (await newspaper.Translations.SingleOrDefaultAsync(row => row.ArticleId == article.Id, stop) is not { } link) throw new ArticleException(Text.T("translation.stale"));
        link.DemandRevision(seen);
        var source = await newspaper.Articles.AsNoTracking().SingleAsync(row => row.Id == link.SourceId, stop);
        // It takes the mark off what readers see: like a correction, that is for who may publish.
        if (article.IsPublished && link.UrgentOf(source, await newspaper.CorrectionsOf(source.Id).ToListAsync(stop)) is not null) await newspaper.DemandMayPublishAsync(article, staff, stop);
        change(link, source);
        try
        {
            await newspaper.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            throw new ArticleException(Text.T("translation.stale"));
        }
    }

    private async Task<(Article Source, ArticleVersion Version)> SourceAsync(long source, CancellationToken stop)
    {
        var article = await newspaper.Articles.SingleAsync(row => row.Id == source, stop);
        if (article is not { IsPublished: true, PublishedVersionId: { } shown }) throw new ArticleException(Text.T("translation.sourceNotOut"));
        return (article, await newspaper.ArticleVersions.SingleAsync(row => row.Id == shown, stop));
    }

    private async Task PairAsync(Article article, Article source, ArticleVersion version, string act, Staff staff, DateTimeOffset now, CancellationToken stop)
    {
        var known = await newspaper.Translations.AsNoTracking().With(article.Id, source.Id).ToListAsync(stop);
        newspaper.Translations.Add(Translation.Of(article, source, version.Number, await newspaper.CorrectionsOf(source.Id).ToListAsync(stop), known, staff.By, now));
        newspaper.Audit(staff, act, $"article/{article.PublicId}", $"article/{source.PublicId} {version.Number}", now);
        await newspaper.SaveChangesAsync(stop);
    }

    private async Task<Article> PairingAsync(Func<Task<Article>> act, CancellationToken stop)
    {
        try
        {
            return await newspaper.WriteAsync(act, stop);
        }
        catch (DbUpdateException)
        {
            // Somebody paired one of the two at this moment.
            throw new ArticleException(Text.T("translation.stale"));
        }
    }
}
