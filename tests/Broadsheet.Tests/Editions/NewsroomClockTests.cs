using Broadsheet.Articles;
using Broadsheet.Editions;

namespace Broadsheet.Tests.Editions;

public sealed class NewsroomClockTests
{
    [Theory]
    [InlineData("Asia/Jerusalem", "27 Nov 2026, 08:30 (Asia/Jerusalem)")]
    [InlineData("America/New_York", "27 Nov 2026, 01:30 (America/New_York)")]
    [InlineData("UTC", "27 Nov 2026, 06:30 (UTC)")]
    public void A_time_is_said_on_a_clock_that_is_named(string zone, string said) =>
        Assert.Equal(said, NewsroomClock.Say(new(2026, 11, 27, 6, 30, 0, TimeSpan.Zero), zone));

    [Fact]
    public void An_embargo_ends_on_the_clock_of_its_source() =>
        Assert.Contains("27 Nov 2026, 08:30 (Asia/Jerusalem)", new EmbargoException(new(new(2026, 11, 27, 6, 30, 0, TimeSpan.Zero), "Asia/Jerusalem", "The ministry", 1)).Message);

    [Fact]
    public async Task It_is_the_first_editions_clock()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.Editions.Add(new Edition("he", "Hebrew", "he", "Asia/Jerusalem", 1)));

        Assert.Equal("Europe/London", (await newsroom.AskAsync(newspaper => newspaper.ClockAsync())).Zone);
    }
}
