using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Broadsheet.Articles;
using Broadsheet.Settings;
using Broadsheet.Syndication.Feeds;
using Broadsheet.Syndication.Pings;
using Broadsheet.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests.Syndication;

/// <summary>A hub of our own on loopback: told of news, it fetches the feed as hubs do, and keeps what it found.</summary>
public sealed class WebSubTests
{
    private sealed class Hub(WebApplication app) : IAsyncDisposable
    {
        public string Address => $"{app.Urls.First()}/hub";
        public int Port => new Uri(app.Urls.First()).Port;

        /// <summary>Each call's feeds, and what stood in them when it asked.</summary>
        public ConcurrentQueue<(string Path, string Text)> Fetched { get; } = new();
        public ConcurrentQueue<string> Letters { get; } = new();
        public int Calls;
        public bool IsDown { get; set; }

        /// <summary>Where the paper really is: a test's has no address of its own.</summary>
        public Uri Paper { get; set; } = null!;

        public static async Task<Hub> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var hub = new Hub(builder.Build());
            await hub.StartItAsync();
            return hub;
        }

        private async Task StartItAsync()
        {
            app.MapPost("/hub", async (HttpRequest request) =>
            {
                Interlocked.Increment(ref Calls);
                if (IsDown) return Results.StatusCode(503);
                var form = await request.ReadFormAsync();
                if (form["hub.mode"] != "publish") return Results.BadRequest();
                using var client = new HttpClient { BaseAddress = Paper };
                foreach (var feed in form["hub.url"]) Fetched.Enqueue((new Uri(feed!).AbsolutePath, await client.GetStringAsync(new Uri(feed!).PathAndQuery)));
                return Results.NoContent();
            });
            app.MapPost("/indexnow", async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                Letters.Enqueue(await reader.ReadToEndAsync());
                return Results.Ok();
            });
            await app.StartAsync();
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }

    [Theory, OnBoth]
    public async Task The_hub_is_told_of_each_feed_and_finds_the_story_in_it(On on)
    {
        await using var hub = await Hub.StartAsync();
        await using var newsroom = await OpenAsync(on, hub);
        await newsroom.ChangeAsync(newspaper => newspaper.SetSetting(new FeedHubs { Hubs = [hub.Address] }, 0, newsroom.Clock.GetUtcNow()));
        Assert.Contains($"rel=\"hub\" href=\"{hub.Address}\"", await newsroom.Client.GetStringAsync("/feed.atom"));
        Assert.Equal(hub.Address, (string?)JsonNode.Parse(await newsroom.Client.GetStringAsync("/city/feed.json"))!["hubs"]![0]!["url"]);

        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await TellAsync(newsroom);
        // So that it can be taken back in silence.
        Assert.Empty(hub.Fetched);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(61));
        await TellAsync(newsroom);
        Assert.Equal(["/city/feed.atom", "/city/feed.json", "/city/feed.xml", "/feed.atom", "/feed.json", "/feed.xml"], hub.Fetched.Select(one => one.Path).Order());
        Assert.All(hub.Fetched, one => Assert.Contains("Harbour wall falls", one.Text));
        // All of it in one call.
        Assert.Equal(1, hub.Calls);
        Assert.Equal(0, await WaitingAsync(newsroom));

        // A withdrawal is told at once, and the hub finds it gone. Two changes are told once.
        hub.Fetched.Clear();
        await newsroom.ActAsync(story, (publication, found) => publication.PublishAsync(found, 0));
        await newsroom.ActAsync(story, (publication, found) => publication.WithdrawAsync(found, new Withdrawal(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));
        await TellAsync(newsroom);
        Assert.Equal(6, hub.Fetched.Count);
        Assert.All(hub.Fetched, one => Assert.DoesNotContain("Harbour wall falls", one.Text));
    }

    [Fact]
    public async Task A_hub_that_is_down_is_told_later()
    {
        await using var hub = await Hub.StartAsync();
        await using var newsroom = await OpenAsync(On.Sqlite, hub);
        await newsroom.ChangeAsync(newspaper => newspaper.SetSetting(new FeedHubs { Hubs = [hub.Address] }, 0, newsroom.Clock.GetUtcNow()));
        hub.IsDown = true;
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(61));
        await TellAsync(newsroom);
        Assert.Equal((1, 6), (hub.Calls, await WaitingAsync(newsroom)));
        Assert.Contains("503", await newsroom.AskAsync(newspaper => newspaper.Pings.Select(row => row.Problem).FirstAsync()));

        hub.IsDown = false;
        await TellAsync(newsroom);
        Assert.Equal(1, hub.Calls);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(16));
        await TellAsync(newsroom);
        Assert.Equal((2, 6, 0), (hub.Calls, hub.Fetched.Count, await WaitingAsync(newsroom)));
    }

    [Fact]
    public async Task Search_engines_are_told_only_when_the_publisher_says_so()
    {
        await using var hub = await Hub.StartAsync();
        await using var newsroom = await OpenAsync(On.Sqlite, hub);
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/indexnow.txt")).StatusCode);
        await newsroom.PublishAsync(await newsroom.DraftAsync("Before"));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(61));
        await TellAsync(newsroom);
        Assert.Empty(hub.Letters);

        var key = IndexNow.NewKey();
        await newsroom.ChangeAsync(newspaper => newspaper.SetSetting(new IndexNow { Key = key, Address = hub.Address.Replace("/hub", "/indexnow", StringComparison.Ordinal) }, 0, newsroom.Clock.GetUtcNow()));
        Assert.Equal(key, await newsroom.Client.GetStringAsync("/indexnow.txt"));
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(61));
        await TellAsync(newsroom);

        var letter = JsonNode.Parse(Assert.Single(hub.Letters))!;
        Assert.Equal(key, (string?)letter["key"]);
        Assert.EndsWith("/indexnow.txt", (string?)letter["keyLocation"]);
        Assert.EndsWith($"/city/{story.Slug}", (string?)Assert.Single(letter["urlList"]!.AsArray()));
        Assert.Equal(new Uri((string)letter["keyLocation"]!).Authority, (string?)letter["host"]);
    }

    private static async Task<Newsroom> OpenAsync(On on, Hub hub)
    {
        var newsroom = await Newsroom.OpenAsync(on, settings: machine => machine with { OutboundAllow = $"127.0.0.1:{hub.Port}" });
        hub.Paper = newsroom.Client.BaseAddress!;
        return newsroom;
    }

    private static async Task TellAsync(Newsroom newsroom)
    {
        await newsroom.RunJobsAsync();
        var round = newsroom.App.Services.GetServices<IHostedService>().OfType<PingRound>().Single();
        await round.StopAsync(default);
        while (await round.TellNextAsync(TestContext.Current.CancellationToken)) { }
    }

    private static Task<int> WaitingAsync(Newsroom newsroom) => newsroom.AskAsync(newspaper => newspaper.Pings.CountAsync());
}
