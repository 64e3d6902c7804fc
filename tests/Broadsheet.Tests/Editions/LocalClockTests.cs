using Broadsheet.Editions;

namespace Broadsheet.Tests.Editions;

public sealed class LocalClockTests
{
    [Theory]
    [InlineData("2026-07-01T06:00", "Europe/London", "2026-07-01T05:00Z")]
    [InlineData("2026-03-29T01:30", "Europe/London", "2026-03-29T01:30Z")] // skipped: clocks go from 01:00 to 02:00, so it is 02:30
    [InlineData("2026-10-25T01:30", "Europe/London", "2026-10-25T00:30Z")] // doubled: the first of the two
    [InlineData("2026-03-27T02:30", "Asia/Jerusalem", "2026-03-27T00:30Z")]
    public void Every_local_time_has_one_instant(string local, string zone, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), LocalClock.InstantOf(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), zone));
}
