using System.Globalization;

namespace Broadsheet.Editions;

/// <summary>Local times to instants. One rule for the hours that a change of clocks skips or doubles.</summary>
public static class LocalClock
{
    /// <summary>
    /// The instant at which a clock in <paramref name="zone"/> shows <paramref name="local"/>. In a doubled hour it is the
    /// first of the two; a time that is skipped (02:30 when clocks go from 02:00 to 03:00) is taken an hour later, 03:30.
    /// </summary>
    /// <param name="zone">An IANA time zone.</param>
    public static DateTimeOffset InstantOf(DateTime local, string zone)
    {
        var found = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var offset = found.IsAmbiguousTime(time) ? found.GetAmbiguousTimeOffsets(time).Max()
            : found.IsInvalidTime(time) ? found.GetUtcOffset(time.AddHours(-1))
            : found.GetUtcOffset(time);
        return new DateTimeOffset(time, offset).ToUniversalTime();
    }

    extension(Edition edition)
    {
        /// <inheritdoc cref="InstantOf(DateTime, string)"/>
        public DateTimeOffset InstantOf(DateTime local) => InstantOf(local, edition.TimeZone);

        /// <summary>The day that it is there.</summary>
        public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(edition.LocalTime(at).DateTime);

        /// <summary>An instant as a datetime-local field shows it, on the edition's clock.</summary>
        public string FieldTime(DateTimeOffset at) => edition.LocalTime(at).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

        /// <summary>The instant that such a field sent. Null: what was typed is no time.</summary>
        public DateTimeOffset? ReadFieldTime(string? typed) => DateTime.TryParse(typed, CultureInfo.InvariantCulture, out var local) ? edition.InstantOf(local) : null;
    }
}
