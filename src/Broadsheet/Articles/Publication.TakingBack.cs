namespace Broadsheet.Articles;

public sealed partial class Publication
{
    private TimeSpan Wait => TimeSpan.FromSeconds(machine.TakeBackSeconds);

    /// <summary>Until when the story can be taken back in silence; null when it cannot.</summary>
    public DateTimeOffset? TakeBackUntil(Article article) => article.CanBeTakenBackAt(clock.GetUtcNow(), Wait) ? article.PublishedAt + Wait : null;

    /// <summary>
    /// Undoes a first publication before anybody outside hears of it. Those inside who heard at once (stored pages, search) are told
    /// that it is gone; those who wait never learn that it was there.
    /// </summary>
    /// <param name="article">Loaded with <see cref="ArticleQueries.ForActs"/>.</param>
    public Task TakeBackAsync(Article article, CancellationToken stop = default) =>
        newspaper.WriteAsync(async () =>
        {
            var now = clock.GetUtcNow();
            await newspaper.UntellOfPublicationAsync(article, stop);
            article.TakeBack(now, Wait);
            await newspaper.UnrecordAsync(new ArticlePublished(article.Id), stop);
            await newspaper.UnrecordAsync(new ArticleUpdated(article.Id), stop);
            newspaper.RecordInside(new ArticleWithdrawn(article.Id), now);
            await newspaper.SaveChangesAsync(stop);
        }, stop);
}
