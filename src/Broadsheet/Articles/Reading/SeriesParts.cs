using Broadsheet.Paper;
using Broadsheet.Paper.Views;
using Broadsheet.Series;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Reading;

/// <summary>The stories of a series in its order, and the place of one among them.</summary>
public static class SeriesParts
{
    /// <summary>What has more is no series but a section or a topic, and its stories would be numbered in vain.</summary>
    internal const int Most = 200;

    extension(Newspaper newspaper)
    {
        /// <summary>The published stories of a series, as it orders them.</summary>
        public async Task<IReadOnlyList<Article>> PartsAsync(StorySeries series, DateTimeOffset now, CancellationToken stop) =>
            series.InOrder(await newspaper.LatestInSeries(series.Id, now).Reverse().Take(Most).AsNoTracking().ToListAsync(stop), story => story.PublicId);

        /// <summary>Where a story stands in its series; null when it is in none. Of the other parts only their order is read, so that what one of them says makes no page old but its neighbours'.</summary>
        /// <param name="article">In a preview it has its place as if it were out.</param>
        public async Task<PlaceInSeries?> PlaceInSeriesAsync(Article article, DateTimeOffset now, bool isPreview, CancellationToken stop)
        {
            if (article.SeriesId is not { } id || await newspaper.StorySeries.AsNoTracking().ByRows("story_series").FirstOrDefaultAsync(row => row.Id == id, stop) is not { } series) return null;

            newspaper.ReadsList(ArticleLists.InSeries(id));
            var published = await newspaper.AsideAsync(() => newspaper.LatestInSeries(id, now).Reverse().Take(Most).Select(row => new { row.Id, row.PublicId, row.RightsEnd }).ToListAsync(stop));
            if (published.Min(part => part.RightsEnd) is { } end) newspaper.Reads?.ExpireAt(end);
            if (isPreview && published.All(part => part.Id != article.Id)) published.Add(new { article.Id, article.PublicId, article.RightsEnd });

            var parts = series.InOrder(published, part => part.PublicId).Select(part => part.Id).ToList();
            var index = parts.IndexOf(article.Id);
            if (index < 0) return null;
            var (before, after) = (parts.ElementAtOrDefault(index - 1), parts.ElementAtOrDefault(index + 1));
            var beside = await newspaper.Articles.AsNoTracking().ByRows("articles").Where(row => row.Id == before || row.Id == after).ToListAsync(stop);
            return new(series, index + 1, parts.Count, beside.Find(part => part.Id == before), beside.Find(part => part.Id == after));
        }
    }
}

/// <param name="Number">Which part it is, from 1.</param>
/// <param name="Total">How many there are so far.</param>
public sealed record PlaceInSeries(StorySeries Series, int Number, int Total, Article? Previous, Article? Next);

public sealed class StorySeriesView(StorySeries series, PaperEdition edition) : View
{
    protected internal override string Source => $"series:{series.Id}";

    public string Name => series.Name;
    public string Description => series.Description;
    public string Href => edition.At(PaperOrigin.Path("series", series.Slug));

    /// <summary>No further story is to come.</summary>
    public bool IsFinished => series.IsFinished;
}

/// <summary>Which part of a series a story is, and what stands before and after it.</summary>
public sealed class SeriesPlaceView(PlaceInSeries place, PaperEdition edition, IReadOnlyList<StoryView> beside) : View
{
    public StorySeriesView Series { get; } = new(place.Series, edition);
    public int Number => place.Number;

    /// <summary>How many there are so far.</summary>
    public int Total => place.Total;

    public StoryView? Previous => Find(place.Previous);
    public StoryView? Next => Find(place.Next);

    private StoryView? Find(Article? part) => part is null ? null : beside.FirstOrDefault(story => story.ArticleId == part.Id);
}
