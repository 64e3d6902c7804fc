using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Tests.Accounts;

namespace Broadsheet.Tests.Syndication;

public sealed class FeedsDeskTests
{
    [Fact]
    public async Task The_publisher_says_what_feeds_carry_and_who_is_told()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var hebrew = new Edition("he", "הנמל", "he", "Asia/Jerusalem", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(hebrew));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        Assert.Contains("הנמל", await publisher.ReadAsync("/newsroom/feeds"));

        await publisher.SubmitAsync("/newsroom/feeds", ("Revision", "0"), ("FullText", $"{hebrew.Id}"), ("Hubs", "https://hub.example/\nhttps://other.example/"), ("TellsEngines", "true"));

        var feed = await newsroom.Client.GetStringAsync("/feed.atom");
        Assert.DoesNotContain("at noon", feed);
        Assert.Contains("https://hub.example/", feed);
        Assert.Contains("https://other.example/", feed);
        Assert.Equal(32, (await newsroom.Client.GetStringAsync("/indexnow.txt")).Length);
        Assert.Contains("checked", await publisher.ReadAsync("/newsroom/feeds"));

        using var late = await publisher.SubmitAsync("/newsroom/feeds", ("Revision", "0"), ("Hubs", ""));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var wrong = await publisher.SubmitAsync("/newsroom/feeds", ("Revision", "0"), ("Hubs", "hub.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("hub.example", await wrong.Content.ReadAsStringAsync());
    }
}
