using System.Net;
using Broadsheet.Popularity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Popularity;

public sealed class CountReadTests
{
    [Fact]
    public async Task Each_reader_counts_once_a_story_in_half_an_hour()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var ferry = await newsroom.PublishAsync(await newsroom.DraftAsync("Ferry back in service"));
        using var ada = newsroom.Reader(0);
        using var ben = newsroom.Reader(1);
        using var adasPhone = newsroom.Reader(0, "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1");

        foreach (var reader in (HttpClient[])[ada, ada, ben, adasPhone, ben]) Assert.Equal(HttpStatusCode.NoContent, await reader.ReadAsync(wall));
        await ada.ReadAsync(ferry);
        Assert.Equal(3, await newsroom.ReadsAsync(wall));
        Assert.Equal(1, await newsroom.ReadsAsync(ferry));

        newsroom.Clock.Advance(TimeSpan.FromMinutes(31));
        await ada.ReadAsync(wall);
        Assert.Equal(4, await newsroom.ReadsAsync(wall));
    }

    [Fact]
    public async Task Robots_and_other_sites_count_for_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var robot = newsroom.Reader(0, "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
        using var silent = newsroom.Reader(1, "");
        using var elsewhere = newsroom.Reader(2, site: "cross-site");
        using var script = newsroom.Reader(3, site: "");
        using var ahead = newsroom.Reader(4);
        ahead.DefaultRequestHeaders.Add("Sec-Purpose", "prefetch;prerender");

        Assert.Equal(HttpStatusCode.NoContent, await robot.ReadAsync(wall));
        Assert.Equal(HttpStatusCode.NoContent, await silent.ReadAsync(wall));
        Assert.Equal(HttpStatusCode.NoContent, await ahead.ReadAsync(wall));
        Assert.Equal(HttpStatusCode.Forbidden, await elsewhere.ReadAsync(wall));
        Assert.Equal(HttpStatusCode.Forbidden, await script.ReadAsync(wall));
        Assert.Equal(0, await newsroom.ReadsAsync(wall));
    }

    [Fact]
    public async Task An_older_browser_is_known_by_its_origin()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var older = newsroom.Reader(0, site: "");
        older.DefaultRequestHeaders.Add("Origin", newsroom.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var other = newsroom.Reader(1, site: "");
        other.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        Assert.Equal(HttpStatusCode.NoContent, await older.ReadAsync(wall));
        Assert.Equal(HttpStatusCode.Forbidden, await other.ReadAsync(wall));
        Assert.Equal(1, await newsroom.ReadsAsync(wall));
    }

    [Fact]
    public async Task No_cookie_is_set_and_nonsense_is_refused()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var ada = newsroom.Reader(0);

        using var good = await ada.PostAsync("/reads", new StringContent(wall.PublicId.ToString()));
        using var nonsense = await ada.PostAsync("/reads", new StringContent("'; drop table read_counts"));
        using var long_ = await ada.PostAsync("/reads", new StringContent(new string('a', 10_000)));

        Assert.False(good.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, long_.StatusCode);
    }

    [Fact]
    public async Task A_story_that_is_not_out_is_not_counted_and_invented_ones_leave_no_row()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var draft = await newsroom.DraftAsync("Not yet");
        await newsroom.ReadByAsync(draft, 3);

        using var ada = newsroom.Reader(0);
        await ada.PostAsync("/reads", new StringContent(Guid.NewGuid().ToString()));
        await newsroom.FlushReadsAsync();

        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.ReadCounts.CountAsync()));
    }

    [Fact]
    public async Task Reads_are_written_when_the_program_stops_and_by_itself_within_five_seconds()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using (var ada = newsroom.Reader(0)) await ada.ReadAsync(wall);
        await newsroom.App.StopAsync(TestContext.Current.CancellationToken);
        await newsroom.RestartAsync();
        Assert.Equal(1, (await newsroom.AskAsync(newspaper => newspaper.ReadsOfAsync([wall.Id])))[wall.Id]);

        using (var ben = newsroom.Reader(1)) await ben.ReadAsync(wall);
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Equal(2, (await newsroom.AskAsync(newspaper => newspaper.ReadsOfAsync([wall.Id])))[wall.Id]);
    }
}
