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

        /// <summary>The series that a story is in, with its parts; null when it is in none.</summary>
        /// <param name="article">In a preview it has its place as if it were out.</param>
        public async Task<PlaceInSeries?> PlaceInSeriesAsync(Article article, DateTimeOffset now, bool isPreview, CancellationToken stop)
        {
            if (article.SeriesId is not { } id || await newspaper.StorySeries.AsNoTracking().ByRows("story_series").FirstOrDefaultAsync(row => row.Id == id, stop) is not { } series) return null;

            var parts = (await newspaper.PartsAsync(series, now, stop)).ToList();
            if (isPreview && parts.All(part => part.Id != article.Id)) parts = [.. series.InOrder([.. parts.OrderBy(part => part.PublishedAt), article], story => story.PublicId)];
            return parts.FindIndex(part => part.Id == article.Id) is >= 0 and var index ? new(series, parts, index) : null;
        }
    }
}

/// <param name="Index">From 0.</param>
public sealed record PlaceInSeries(StorySeries Series, IReadOnlyList<Article> Parts, int Index)
{
    public int Number => Index + 1;
    public Article? Previous => Parts.ElementAtOrDefault(Index - 1);
    public Article? Next => Parts.ElementAtOrDefault(Index + 1);
}

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
    public int Total => place.Parts.Count;

    public StoryView? Previous => Find(place.Previous);
    public StoryView? Next => Find(place.Next);

    private StoryView? Find(Article? part) => part is null ? null : beside.FirstOrDefault(story => story.ArticleId == part.Id);
}
