using Broadsheet.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles;

/// <summary>What a change of many stories did to one of them: enough to take it back.</summary>
/// <param name="Draft">What the draft said before.</param>
/// <param name="Revision">The draft's revision afterwards.</param>
/// <param name="ShownBefore">The version readers saw before; null where what they see was not touched.</param>
/// <param name="ShownAfter">The version they see since.</param>
public sealed record ContentChange(ArticleContent Draft, long Revision, long? ShownBefore, long? ShownAfter);

/// <summary>How much of a change could be taken back: what somebody wrote since is left as it is.</summary>
public enum ChangedBack { All, Draft, Shown, Nothing }

public sealed partial class Publication
{
    /// <summary>
    /// Changes the draft and, if <paramref name="isShown"/>, what readers see: each by itself, so that a draft somebody is half through
    /// does not go out with it. Each makes a version that says why.
    /// </summary>
    /// <param name="article">Loaded with <see cref="ArticleQueries.ForActs"/>.</param>
    public Task<ContentChange> ChangeAsync(Article article, Func<ArticleContent, ArticleContent> change, bool isShown, long by, string reason, CancellationToken stop = default) =>
        newspaper.WriteAsync(async () =>
        {
            if (article.ScheduledFor is not null) throw new ArticleException(Text.T("article.change.scheduled"));
            var (before, shownBefore) = (article.Draft.Content, article.PublishedVersionId);
            // Both first: what cannot be changed must not be found out when half of it is.
            var after = change(before);
            var seen = isShown && article.IsPublished ? change((await newspaper.ArticleVersions.SingleAsync(row => row.Id == shownBefore, stop)).Content) : null;
            ArticleVersion? shown = null;
            if (seen is not null)
            {
                shown = await MakeVersionAsync(article, seen, by, reason, stop);
                await ShowAsync(article, shown, saysUpdated: false, stop);
            }

            article.SaveDraft(after, article.Draft.Revision, by, clock.GetUtcNow());
            if (!article.IsPublished) await MakeVersionAsync(article, after, by, reason, stop);
            await newspaper.SaveChangesAsync(stop);
            return new ContentChange(before, article.Draft.Revision, shown is null ? null : shownBefore, shown?.Id);
        }, stop);

    /// <summary>Takes such a change back. What somebody wrote since is left as it is.</summary>
    public Task<ChangedBack> ChangeBackAsync(Article article, ContentChange done, long by, string reason, CancellationToken stop = default) =>
        newspaper.WriteAsync(async () =>
        {
            var mayShow = done.ShownAfter is null || (article.PublishedVersionId == done.ShownAfter && article.IsPublished);
            var mayDraft = article.Draft.Revision == done.Revision;
            if (done.ShownAfter is not null && mayShow)
            {
                var before = await newspaper.ArticleVersions.SingleAsync(row => row.Id == done.ShownBefore, stop);
                await ShowAsync(article, await MakeVersionAsync(article, before.Content, by, reason, stop), saysUpdated: false, stop);
            }
            if (mayDraft)
            {
                article.SaveDraft(done.Draft, article.Draft.Revision, by, clock.GetUtcNow());
                if (!article.IsPublished) await MakeVersionAsync(article, done.Draft, by, reason, stop);
            }
            await newspaper.SaveChangesAsync(stop);
            if (mayDraft) return mayShow ? ChangedBack.All : ChangedBack.Draft;
            return done.ShownAfter is not null && mayShow ? ChangedBack.Shown : ChangedBack.Nothing;
        }, stop);
}
