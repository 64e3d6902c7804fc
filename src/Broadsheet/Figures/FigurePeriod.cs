using System.Globalization;
using Broadsheet.Editions;

namespace Broadsheet.Figures;

/// <summary>Whole months, from the first day of one to the last of another, by the newsroom's clock.</summary>
public sealed record FigurePeriod(DateOnly First, DateOnly Last, NewsroomClock Clock)
{
    private const int MostMonths = 120;

    /// <summary>What was asked for as <c>from=2026-01</c> and <c>to=2026-11</c>; else the last twelve months.</summary>
    public static FigurePeriod Read(string? from, string? to, DateOnly today, NewsroomClock clock)
    {
        var last = MonthIn(to) ?? new DateOnly(today.Year, today.Month, 1);
        var first = MonthIn(from) ?? last.AddMonths(-11);
        if (first > last) (first, last) = (last, first);
        if (first < last.AddMonths(1 - MostMonths)) first = last.AddMonths(1 - MostMonths);
        return new(first, last.AddMonths(1).AddDays(-1), clock);
    }

    public string From => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    public string To => Last.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    public string Query => $"?from={From}&to={To}";

    /// <summary>The first day of each.</summary>
    public IEnumerable<DateOnly> Months
    {
        get
        {
            for (var month = First; month <= Last; month = month.AddMonths(1)) yield return month;
        }
    }

    public static string NameOf(DateOnly month) => month.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The moment at which a day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Clock.StartOf(day);

    public DateTimeOffset Begin => StartOf(First);

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset End => StartOf(Last.AddDays(1));

    private static DateOnly? MonthIn(string? typed) =>
        DateOnly.TryParseExact($"{typed}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 1990 and <= 9000 ? month : null;
}
