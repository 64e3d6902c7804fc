using System.Globalization;
using Broadsheet.Editions;
using Broadsheet.Paper;
using Broadsheet.Storage;

namespace Broadsheet.Articles.Reading.Archive;

/// <summary>GET /archive, /archive/2026, /archive/2026/11, /archive/2026/11/28: what went out when. Where nothing did, there is no page.</summary>
public static class ReadArchive
{
    public static void Map(IEndpointRouteBuilder paper)
    {
        string[] reading = ["GET", "HEAD"];
        paper.MapMethods("/archive", reading, All);
        foreach (var path in new[] { "/archive/{year}", "/archive/{year}/{month}", "/archive/{year}/{month}/{day}" }) paper.MapMethods(path, reading, One);
    }

    private static async Task<IResult> All(HttpContext http, Newspaper newspaper, ArchiveStories stories, ReaderWords words, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition || Listing.NumberIn(http.Request) is not 1) return await Missing.AnswerAsync(http, newspaper, stop);

        var paper = edition.ForPaper();
        var years = (await stories.MonthsAsync(edition, stop)).GroupBy(month => month.WholeYear)
            .Select(year => new ArchiveYearView(new(year.Key, paper), [.. year.Reverse().Select(month => new ArchivePeriodView(month, paper))]));
        return Page(paper, words, origin, new() { Span = "all", Years = [.. years] }, "/archive", words.Say(paper, "archive.title"));
    }

    private static async Task<IResult> One(HttpContext http, Newspaper newspaper, ArchiveStories stories, ReaderWords words, PaperOrigin origin, CancellationToken stop)
    {
        if (http.Edition is not { } edition
            || Listing.NumberIn(http.Request) is not 1
            || ArchivePeriod.Read(ArchivePeriod.CalendarOf(edition.Language), Named("year") ?? "", Named("month"), Named("day")) is not { } period
            || await ContentAsync(period, edition, stories, stop) is not { } content)
        {
            return await Missing.AnswerAsync(http, newspaper, stop);
        }

        var paper = edition.ForPaper();
        var name = words.Day(paper, content.Period!.First, period.Day is not null ? "long-day" : period.Month is not null ? "month" : "year");
        return Page(paper, words, origin, content, period.Path, words.Say(paper, "archive.of", ("name", name)));

        // Not as parameters: one that a route has not would be taken from the query.
        string? Named(string part) => http.GetRouteValue(part) as string;
    }

    // Null: nothing went out then.
    private static async Task<ArchivePageView?> ContentAsync(ArchivePeriod period, Edition edition, ArchiveStories stories, CancellationToken stop)
    {
        var paper = edition.ForPaper();
        var today = period.Day is null ? [] : await stories.OfDayAsync(period, edition, stop);
        var counts = period.Day is null ? await stories.CountAsync(period, edition, stop) : [];
        if (today.Count + counts.Sum(part => part.Count) == 0) return null;

        var parts = counts.Select(part => new ArchivePeriodView(part.Part, paper, part.Count)).ToList();
        var (earlier, later) = await stories.BesideAsync(period, edition, stop);
        var week = CultureInfo.GetCultureInfo(paper.Language).DateTimeFormat;
        return new()
        {
            Span = period.Day is not null ? "day" : period.Month is not null ? "month" : "year",
            Period = new(period, paper, today.Count + counts.Sum(part => part.Count)),
            Within = [.. Wider(period).Select(wider => new ArchivePeriodView(wider, paper))],
            Earlier = earlier is null ? null : new(earlier, paper),
            Later = later is null ? null : new(later, paper),
            Months = period.Month is null ? parts : [],
            Weekdays = period is { Month: not null, Day: null } ? [.. Enumerable.Range(0, 7).Select(day => week.AbbreviatedDayNames[((int)week.FirstDayOfWeek + day) % 7])] : [],
            Weeks = period is { Month: not null, Day: null } ? ArchivePageView.WeeksOf(parts, week.FirstDayOfWeek) : [],
            Stories = today,
        };
    }

    private static IEnumerable<ArchivePeriod> Wider(ArchivePeriod period)
    {
        if (period.Month is not null) yield return period.WholeYear;
        if (period.Day is not null) yield return period.WholeMonth;
    }

    private static PaperResult Page(PaperEdition paper, ReaderWords words, PaperOrigin origin, ArchivePageView content, string path, string title) => new(new PaperPage(paper, "archive", content, new()
    {
        Title = title,
        Description = words.Say(paper, content.Period is null ? "archive.about" : "archive.description", ("name", title), ("paper", paper.Name)),
        Canonical = origin.Whole(paper.At(path)),
        Previous = content.Earlier?.Href,
        Next = content.Later?.Href,
    }));
}
