using Broadsheet.Articles;
using Broadsheet.Giving;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Figures;

/// <summary>What each story and place brought. A gift without one is "unknown", and never guessed: summed, it is all that was kept of what was given in the period.</summary>
public static class CreditFigures
{
    private const int MostStories = 50;

    public static async Task<IReadOnlyList<Figure>> OfAsync(Newspaper newspaper, FigurePeriod period, CancellationToken stop)
    {
        var (first, last) = (period.First, period.Last);
        var gifts = await newspaper.Donations.AsNoTracking().Where(row => row.Day >= first && row.Day <= last)
            .Select(row => new { row.Wish, row.Currency, Kept = row.Minor - row.RefundedMinor - row.DisputedMinor }).ToListAsync(stop);
        var named = gifts.Select(gift => gift.Wish.Story).OfType<Guid>().ToHashSet();
        var stories = await newspaper.Articles.AsNoTracking().Where(row => named.Contains(row.PublicId)).Select(row => new { row.PublicId, row.Id, row.Headline }).ToDictionaryAsync(row => row.PublicId, stop);

        var figures = new List<Figure>();
        foreach (var same in gifts.GroupBy(gift => gift.Currency).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            var code = same.Key.ToLowerInvariant();
            figures.Add(Table($"places-{code}", "figures.places", same.Key, same.GroupBy(gift => gift.Wish.Place)
                .Select(one => new FigureRow(T(one.Key.Length == 0 ? "donation.place" : $"donation.place.{one.Key}"), null, [one.Sum(gift => gift.Kept), one.Count()]))));
            var ranked = same.GroupBy(gift => gift.Wish.Story is { } story && stories.TryGetValue(story, out var found) ? found : null)
                .Select(one => (one.Key, Row: new FigureRow(one.Key?.Headline ?? T("figures.stories.unknown"), one.Key is { } story ? $"/newsroom/articles/{story.Id}" : null, [one.Sum(gift => gift.Kept), one.Count()])))
                .OrderByDescending(one => one.Row.Values[0]).ToList();
            var shown = ranked.Where(one => one.Key is not null).Take(MostStories).Select(one => one.Row).ToList();
            var others = ranked.Where(one => one.Key is not null).Skip(MostStories).Select(one => one.Row).ToList();
            if (others.Count > 0) shown.Add(new(T("figures.stories.others", ("count", others.Count)), null, [others.Sum(row => row.Values[0]), others.Sum(row => row.Values[1])]));
            figures.Add(Table($"stories-{code}", "figures.stories", same.Key, [.. shown, .. ranked.Where(one => one.Key is null).Select(one => one.Row)], isSorted: true));
        }
        return figures;
    }

    private static Figure Table(string key, string words, string currency, IEnumerable<FigureRow> rows, bool isSorted = false) => new(
        key, T(words, ("currency", currency)), T($"{words}.about"), T($"{words}.head"), [new(T("figures.kept"), currency, true), new(T("figures.count"))],
        isSorted ? [.. rows] : [.. rows.OrderByDescending(row => row.Values[0])], IsRanking: true)
    { Summed = new HashSet<int> { 0, 1 } };
}
