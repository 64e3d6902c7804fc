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

    extension(Newspaper newspaper)
    {
        public async Task<TimeZoneInfo> ZoneOfBooksAsync(CancellationToken stop) => TimeZoneInfo.FindSystemTimeZoneById((await newspaper.ClockAsync(stop)).Zone);
    }
}
