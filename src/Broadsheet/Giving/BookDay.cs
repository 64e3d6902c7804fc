using Broadsheet.Editions;
using Broadsheet.Storage;

namespace Broadsheet.Giving;

/// <summary>Days as the books count them: by the newsroom's clock.</summary>
internal static class BookDay
{
    extension(TimeZoneInfo zone)
    {
        public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
    }

    /// <summary>The days of a calendar year; all days where none is meant, or none that there can be.</summary>
    public static (DateOnly First, DateOnly Last) DaysOf(int? year) => year is >= 1 and <= 9999 ? (new(year.Value, 1, 1), new(year.Value, 12, 31)) : (DateOnly.MinValue, DateOnly.MaxValue);

    extension(Newspaper newspaper)
    {
        public async Task<TimeZoneInfo> ZoneOfBooksAsync(CancellationToken stop) => TimeZoneInfo.FindSystemTimeZoneById((await newspaper.ClockAsync(stop)).Zone);
    }
}
