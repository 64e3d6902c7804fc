using Broadsheet.Editions;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Articles.Reading.Archive;

/// <summary>
/// Asks what went out in a stretch of time. A page of the archive depends on the months that it shows and leads to, and not on what comes out today: else every
/// story would make the pages of all years old.
/// </summary>
public sealed class ArchiveStories(Newspaper newspaper, StoryViews views, TimeProvider clock)
{
    // A gap longer than that depends on everything.
    private const int MostMonths = 24;

    /// <summary>So many of a day are shown.</summary>
    private const int MostOfDay = 500;

    /// <summary>How many went out in each part of a year or a month.</summary>
    public async Task<IReadOnlyList<(ArchivePeriod Part, int Count)>> CountAsync(ArchivePeriod period, Edition edition, CancellationToken stop)
    {
        var during = period.On(edition);
        DependOn(edition, during.From!.Value, during.Until!.Value);
        if (await During(edition, during).MinAsync(row => row.RightsEnd, stop) is { } end) newspaper.Reads?.ExpireAt(end);
        if (period.Month is null)
        {
            var months = new List<(ArchivePeriod, int)>();
            foreach (var month in period.Parts) months.Add((month, await During(edition, month.On(edition)).CountAsync(stop)));
            return months;
        }
        var moments = await During(edition, during).Select(row => row.PublishedAt!.Value).ToListAsync(stop);
        var days = moments.CountBy(moment => edition.LocalTime(moment).Date).ToDictionary();
        return [.. period.Parts.Select(day => (day, days.GetValueOrDefault(day.First)))];
    }

    /// <summary>What went out on a day, in the order in which it did.</summary>
    public async Task<IReadOnlyList<StoryView>> OfDayAsync(ArchivePeriod day, Edition edition, CancellationToken stop)
    {
        var during = day.On(edition);
        DependOn(edition, during.From!.Value, during.Until!.Value);
        return await views.OfAsync(During(edition, during).OrderBy(row => row.PublishedAt).ThenBy(row => row.Id).Take(MostOfDay), edition.ForPaper(), stop);
    }

    /// <summary>The nearest periods of the same length before and after in which there is something.</summary>
    public async Task<(ArchivePeriod? Previous, ArchivePeriod? Next)> BesideAsync(ArchivePeriod period, Edition edition, CancellationToken stop)
    {
        var during = period.On(edition);
        var before = await During(edition, new(null, during.From)).LatestFirst().Select(row => row.PublishedAt).FirstOrDefaultAsync(stop);
        var after = await During(edition, new(during.Until, null)).OrderBy(row => row.PublishedAt).ThenBy(row => row.Id).Select(row => row.PublishedAt).FirstOrDefaultAsync(stop);
        DependOn(edition, before, after);
        return (Around(before), Around(after));

        ArchivePeriod? Around(DateTimeOffset? moment) => moment is { } known ? period.Around(edition.LocalTime(known).DateTime) : null;
    }

    /// <summary>Every month in which there is something, the newest first. Each question is about one month.</summary>
    public async Task<IReadOnlyList<ArchivePeriod>> MonthsAsync(Edition edition, CancellationToken stop)
    {
        newspaper.ReadsList(ArticleLists.Latest(edition.Id));
        var (months, calendar, until) = (new List<ArchivePeriod>(), ArchivePeriod.CalendarOf(edition.Language), (DateTimeOffset?)null);
        while (await During(edition, new(null, until)).LatestFirst().Select(row => row.PublishedAt).FirstOrDefaultAsync(stop) is { } last)
        {
            months.Add(ArchivePeriod.DayOf(calendar, edition.LocalTime(last).DateTime).WholeMonth);
            until = months[^1].On(edition).From;
        }
        return months;
    }

    private IQueryable<Article> During(Edition edition, PublishedDuring during) =>
        newspaper.Articles.InEdition(edition.Id).During(during).Published(clock.GetUtcNow()).ByRows("articles");

    // The months are named as a sitemap's are (UTC): whatever comes, goes or moves in one alters the list of that name. Before the first story there may come an older one.
    private void DependOn(Edition edition, DateTimeOffset? from, DateTimeOffset? until)
    {
        if (from is not { } first || until is not { } last || last - first > TimeSpan.FromDays(31 * MostMonths))
        {
            newspaper.ReadsList(ArticleLists.Latest(edition.Id));
            return;
        }
        var month = new DateTimeOffset(first.UtcDateTime.Year, first.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        for (; month <= last; month = month.AddMonths(1)) newspaper.ReadsList(ArticleLists.InSitemap(edition.Id, month));
    }
}
