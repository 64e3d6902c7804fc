using System.Runtime.CompilerServices;
using Broadsheet.Editions;
using Broadsheet.Storage;

namespace Broadsheet.Figures;

/// <summary>Everything that is counted, for a period.</summary>
public sealed class AllFigures(Newspaper newspaper, TimeProvider clock)
{
    public async Task<FigurePeriod> PeriodAsync(string? from, string? to, CancellationToken stop)
    {
        var newsroom = await newspaper.ClockAsync(stop);
        return FigurePeriod.Read(from, to, newsroom.DayOf(clock.GetUtcNow()), newsroom);
    }

    /// <summary>In the order in which they are shown; what is not asked for any more is not counted.</summary>
    public async IAsyncEnumerable<Figure> InAsync(FigurePeriod period, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var one in await MoneyFigures.OfAsync(newspaper, period, stop)) yield return one;
        foreach (var one in await SeriesFigures.OfAsync(newspaper, period, stop)) yield return one;
        foreach (var one in await CreditFigures.OfAsync(newspaper, period, stop)) yield return one;
        yield return await NewsletterFigures.OfAsync(newspaper, period, stop);
        yield return await NewsletterFigures.PagesAsync(newspaper, period, stop);
        foreach (var one in await ReadFigures.OfAsync(newspaper, period, stop)) yield return one;
    }
}
