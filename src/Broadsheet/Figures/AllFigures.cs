using Broadsheet.Editions;
using Broadsheet.Storage;

namespace Broadsheet.Figures;

/// <summary>Everything that is counted, for a period.</summary>
public sealed class AllFigures(Newspaper newspaper, TimeProvider clock)
{
    public async Task<FigurePeriod> PeriodAsync(string? from, string? to, CancellationToken stop)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await newspaper.ClockAsync(stop)).Zone);
        return FigurePeriod.Read(from, to, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime), zone);
    }

    /// <summary>In the order in which they are shown.</summary>
    public async Task<IReadOnlyList<Figure>> InAsync(FigurePeriod period, CancellationToken stop) =>
    [
        .. await MoneyFigures.OfAsync(newspaper, period, stop),
        .. await SeriesFigures.OfAsync(newspaper, period, stop),
        .. await CreditFigures.OfAsync(newspaper, period, stop),
        await NewsletterFigures.OfAsync(newspaper, period, stop),
        .. await ReadFigures.OfAsync(newspaper, period, stop),
    ];
}
