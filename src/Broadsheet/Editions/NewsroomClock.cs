using Broadsheet.Storage;
using Broadsheet.Words;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Editions;

/// <summary>Times as the newsroom reads them where no edition is at hand: by the first edition's clock, with the zone named.</summary>
/// <param name="Zone">An IANA time zone.</param>
public sealed record NewsroomClock(string Zone)
{
    /// <summary>"27 Nov 2026, 06:00 (Europe/London)".</summary>
    public string Say(DateTimeOffset at) => Say(at, Zone);

    /// <summary>The moment at which a day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day) => LocalClock.InstantOf(day.ToDateTime(TimeOnly.MinValue), Zone);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Zone)).DateTime);

    /// <inheritdoc cref="Say(DateTimeOffset)"/>
    public static string Say(DateTimeOffset at, string zone) =>
        $"{Dates.Minute(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)))} ({zone})";
}

public static class NewsroomClocks
{
    extension(Newspaper newspaper)
    {
        /// <summary>The clock of the newsroom. Before there is an edition it shows UTC.</summary>
        public async Task<NewsroomClock> ClockAsync(CancellationToken stop = default) =>
            new(await newspaper.Editions.OrderBy(row => row.Position).Select(row => row.TimeZone).FirstOrDefaultAsync(stop) ?? "UTC");
    }
}
