using Broadsheet.Newsletters;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Figures;

/// <summary>How many get each newsletter at the end of each month, and on which pages they signed up.</summary>
public static class NewsletterFigures
{
    private const int MostNewsletters = 8, MostPages = 50;

    public static async Task<Figure> OfAsync(Newspaper newspaper, FigurePeriod period, CancellationToken stop)
    {
        var letters = await newspaper.Newsletters.AsNoTracking().OrderBy(row => row.Id).Take(MostNewsletters).Select(row => new { row.Id, row.Name }).ToListAsync(stop);
        var rows = new List<FigureRow>();
        foreach (var month in period.Months)
        {
            var (from, to) = (period.StartOf(month), period.StartOf(month.AddMonths(1)));
            var running = await newspaper.Subscriptions.Where(row => row.StartedAt < to && (row.EndedAt == null || row.EndedAt >= to)).GroupBy(row => row.NewsletterId)
                .Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(one => one.Key, one => (long)one.Count, stop);
            rows.Add(new(FigurePeriod.NameOf(month), null,
            [
                running.Values.Sum(), await newspaper.Subscriptions.CountAsync(row => row.StartedAt >= from && row.StartedAt < to, stop), await newspaper.Subscriptions.CountAsync(row => row.EndedAt >= from && row.EndedAt < to, stop),
                .. letters.Select(letter => running.GetValueOrDefault(letter.Id)),
            ]));
        }
        return new("newsletters", T("figures.newsletters"), T("figures.newsletters.about"), T("figures.month"),
            [new(T("figures.newsletters.end"), null, true), new(T("figures.newsletters.new")), new(T("figures.newsletters.left")), .. letters.Select(letter => new FigureColumn(letter.Name))], rows)
        { Summed = new HashSet<int> { 1, 2 } };
    }

    /// <summary>By what a proof of consent says of its form: a page of the paper, or the file or desk that somebody was brought along by.</summary>
    public static async Task<Figure> PagesAsync(Newspaper newspaper, FigurePeriod period, CancellationToken stop)
    {
        var pages = await newspaper.Subscriptions.SelectMany(row => row.Consents).Where(row => row.At >= period.Begin && row.At < period.End)
            .GroupBy(row => row.Page).Select(same => new { same.Key, Count = same.Count() }).OrderByDescending(one => one.Count).ThenBy(one => one.Key).Take(MostPages).ToListAsync(stop);
        return new("signups", T("figures.signups"), T("figures.signups.about"), T("figures.signups.head"), [new(T("figures.newsletters.new"), null, true)],
            [.. pages.Select(one => new FigureRow(one.Key, one.Key.StartsWith('/') ? one.Key : null, [one.Count]))], IsRanking: true);
    }
}
