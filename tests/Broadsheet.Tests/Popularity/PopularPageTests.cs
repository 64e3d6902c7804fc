using Broadsheet.Articles;
using Broadsheet.Popularity;

namespace Broadsheet.Tests.Popularity;

public sealed class PopularPageTests
{
    [Fact]
    public async Task Popular_shows_the_most_read_first_on_its_page_and_beside_a_story()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var little = await newsroom.PublishAsync(await newsroom.DraftAsync("Little read"));
        var much = await newsroom.PublishAsync(await newsroom.DraftAsync("Much read"));
        var barred = await newsroom.PublishAsync(await newsroom.DraftAsync("Barred"));
        var hour = ReadCount.HourOf(newsroom.Clock.GetUtcNow());
        await newsroom.ChangeAsync(newspaper =>
        {
            newspaper.ReadCounts.AddRange(new(little.Id, hour, 3), new(much.Id, hour, 30), new(barred.Id, hour, 300));
            newspaper.Articles.Single(row => row.Id == barred.Id).IsBarredFromPopular = true;
        });

        var page = await newsroom.Client.GetStringAsync("/popular");
        var list = page[page.IndexOf("<ol class=\"ranked\">", StringComparison.Ordinal)..page.IndexOf("</ol>", StringComparison.Ordinal)];
        Assert.True(list.IndexOf("Much read", StringComparison.Ordinal) is var first and > 0 && first < list.IndexOf("Little read", StringComparison.Ordinal), list);
        Assert.DoesNotContain("Barred", list, StringComparison.Ordinal);

        var story = await newsroom.Client.GetStringAsync($"/city/{much.Slug}");
        var beside = story[story.IndexOf("<section class=\"popular\"", StringComparison.Ordinal)..];
        beside = beside[..beside.IndexOf("</section>", StringComparison.Ordinal)];
        Assert.Contains("Little read", beside, StringComparison.Ordinal);
        Assert.DoesNotContain("Much read", beside, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_is_barred_goes_at_once_and_comes_back_at_once()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var little = await newsroom.PublishAsync(await newsroom.DraftAsync("Little read"));
        var much = await newsroom.PublishAsync(await newsroom.DraftAsync("Much read"));
        var hour = ReadCount.HourOf(newsroom.Clock.GetUtcNow());
        await newsroom.ChangeAsync(newspaper => newspaper.ReadCounts.AddRange(new(little.Id, hour, 3), new(much.Id, hour, 30)));
        Assert.Contains("Much read", await RankedAsync(), StringComparison.Ordinal);

        // The ranking itself is some seconds old all the while.
        foreach (var isBarred in new[] { true, false })
        {
            await newsroom.ChangeAsync(newspaper => newspaper.Articles.Single(row => row.Id == much.Id).IsBarredFromPopular = isBarred);
            Assert.Equal(!isBarred, (await RankedAsync()).Contains("Much read", StringComparison.Ordinal));
        }

        async Task<string> RankedAsync()
        {
            var page = await newsroom.Client.GetStringAsync("/popular");
            return page[page.IndexOf("<ol class=\"ranked\">", StringComparison.Ordinal)..page.IndexOf("</ol>", StringComparison.Ordinal)];
        }
    }
}
