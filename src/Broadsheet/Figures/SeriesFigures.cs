using Broadsheet.Giving;
using Broadsheet.Members.Free;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Web.Text;

namespace Broadsheet.Figures;

/// <summary>What readers have promised to go on paying, at the end of each month, and who came and went.</summary>
public static class SeriesFigures
{
    private sealed record Promise(DateTimeOffset Started, DateTimeOffset? Ended, long Monthly, string Currency, bool IsMember)
    {
        public bool RunsAt(DateTimeOffset moment) => Started < moment && (Ended is null || Ended >= moment);

        public bool BeganIn(DateTimeOffset from, DateTimeOffset to) => Started >= from && Started < to;

        public bool EndedIn(DateTimeOffset from, DateTimeOffset to) => Ended >= from && Ended < to;
    }

    public static async Task<IReadOnlyList<Figure>> OfAsync(Newspaper newspaper, FigurePeriod period, CancellationToken stop)
    {
        var rows = await newspaper.RecurringDonations.AsNoTracking()
            .Select(row => new { row.StartedAt, row.EndedAt, row.SeenAt, row.State, row.Minor, row.Currency, row.Frequency, row.Wish }).ToListAsync(stop);
        var promises = rows.Select(row => new Promise(row.StartedAt, row.State == RecurringState.Ended ? row.EndedAt ?? row.SeenAt : null,
            row.Frequency == Frequency.Yearly ? (long)Math.Round(row.Minor / 12m) : row.Minor, row.Currency, row.Wish.Tier is not null)).ToList();
        return [.. promises.GroupBy(one => one.Currency).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => Revenue(same.Key, [.. same], period)), await MembersAsync(newspaper, promises, period, stop)];
    }

    private static Figure Revenue(string currency, IReadOnlyList<Promise> promises, FigurePeriod period) => new(
        $"recurring-{currency.ToLowerInvariant()}", T("figures.recurring", ("currency", currency)), T("figures.recurring.about"), T("figures.month"),
        [
            new(T("figures.recurring.gifts"), currency, true), new(T("figures.recurring.members"), currency, true), new(T("figures.recurring.all"), currency),
            new(T("figures.recurring.new"), currency), new(T("figures.recurring.lost"), currency),
        ],
        [.. period.Months.Select(month =>
        {
            var (from, to) = (period.StartOf(month), period.StartOf(month.AddMonths(1)));
            long At(bool isMember) => promises.Where(one => one.IsMember == isMember && one.RunsAt(to)).Sum(one => one.Monthly);

            return new FigureRow(FigurePeriod.NameOf(month), null,
                [At(false), At(true), At(false) + At(true), promises.Where(one => one.BeganIn(from, to)).Sum(one => one.Monthly), promises.Where(one => one.EndedIn(from, to)).Sum(one => one.Monthly)]);
        })])
    { Summed = new HashSet<int> { 3, 4 } };

    private static async Task<Figure> MembersAsync(Newspaper newspaper, List<Promise> promises, FigurePeriod period, CancellationToken stop)
    {
        var free = await newspaper.FreeMemberships.AsNoTracking().Select(row => new { row.GivenAt, row.Until, row.EndedAt }).ToListAsync(stop);
        var (members, givers) = (promises.Where(one => one.IsMember).ToList(), promises.Where(one => !one.IsMember).ToList());
        return new("members", T("figures.members"), T("figures.members.about"), T("figures.month"),
            [
                new(T("figures.members.end"), null, true), new(T("figures.members.new")), new(T("figures.members.lost")), new(T("figures.members.free"), null, true),
                new(T("figures.givers.end")), new(T("figures.givers.new")), new(T("figures.givers.lost")),
            ],
            [.. period.Months.Select(month =>
            {
                var (from, to, last) = (period.StartOf(month), period.StartOf(month.AddMonths(1)), month.AddMonths(1).AddDays(-1));
                return new FigureRow(FigurePeriod.NameOf(month), null,
                [
                    members.Count(one => one.RunsAt(to)), members.Count(one => one.BeganIn(from, to)), members.Count(one => one.EndedIn(from, to)),
                    free.Count(one => one.GivenAt < to && one.Until >= last && (one.EndedAt is null || one.EndedAt >= to)),
                    givers.Count(one => one.RunsAt(to)), givers.Count(one => one.BeganIn(from, to)), givers.Count(one => one.EndedIn(from, to)),
                ]);
            })])
        { Summed = new HashSet<int> { 1, 2, 5, 6 } };
    }
}
