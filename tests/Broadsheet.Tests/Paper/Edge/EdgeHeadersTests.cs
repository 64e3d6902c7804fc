using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Machine;
using Broadsheet.Paper.Edge;
using Broadsheet.Redirects;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Paper.Edge;

/// <summary>What answers tell the edge, for each driver, and that they tell nothing without one.</summary>
public sealed class EdgeHeadersTests
{
    [Theory]
    [InlineData("cloudflare", "Cloudflare-CDN-Cache-Control", "max-age", "public, no-cache")]
    [InlineData("fastly", "Surrogate-Control", "max-age", "public, no-cache")]
    [InlineData("varnish", "Cache-Control", "s-maxage", "public, max-age=0, must-revalidate, s-maxage=")]
    [InlineData("http", "Cache-Control", "s-maxage", "public, max-age=0, must-revalidate, s-maxage=")]
    public async Task A_page_may_be_kept_by_the_edge_and_by_no_browser(string driver, string header, string age, string browsers)
    {
        await using var newsroom = await OpenAsync(driver);

        var page = await LongAsync(newsroom, "/", header);

        Assert.Matches($"{age}=600, stale-while-revalidate=60, stale-if-error=86400$", page);
        using var answer = await newsroom.Client.GetAsync("/");
        Assert.StartsWith(browsers, Said(answer), StringComparison.Ordinal);
        // The newest is asked for with what the edge has, and comes with the same news for it.
        using var known = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "If-None-Match", answer.Headers.ETag!.ToString() } } };
        using var unchanged = await newsroom.Client.SendAsync(known);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.True(unchanged.Headers.Contains(header));
    }

    [Fact]
    public async Task What_is_no_page_is_shared_for_a_second_and_what_failed_not_at_all()
    {
        await using var newsroom = await OpenAsync("varnish");
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(async () => { await newspaper.RedirectAsync("/town", "/city", newsroom.Clock.GetUtcNow()); return 0; }));

        foreach (var path in new[] { "/city/never-written", "/town" })
        {
            using var answer = await newsroom.Client.GetAsync(path);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=0, must-revalidate, s-maxage=1", Said(answer));
        }

        // The last page is given when no fresh one can be made; the edge must not take it for the newest.
        await newsroom.Client.GetStringAsync("/");
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Database.ExecuteSqlAsync($"ALTER TABLE articles RENAME TO hidden")));
        newsroom.Press.Freshness.TouchAll();
        using var last = await newsroom.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        Assert.EndsWith("s-maxage=1", Said(last), StringComparison.Ordinal);
        using var failed = await newsroom.Client.GetAsync("/city");
        Assert.Equal((HttpStatusCode.InternalServerError, "no-store"), (failed.StatusCode, Said(failed)));
    }

    [Fact]
    public async Task A_page_is_kept_no_longer_than_its_day_lasts()
    {
        await using var newsroom = await OpenAsync("varnish");
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var local = TimeZoneInfo.ConvertTime(newsroom.Clock.GetUtcNow(), london);
        newsroom.Clock.Advance(TimeSpan.FromDays(1) - local.TimeOfDay - TimeSpan.FromMinutes(2));

        using var answer = await newsroom.Client.GetAsync("/");

        var seconds = int.Parse(Regex.Match(Said(answer), @"s-maxage=(\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(seconds, 1, 120);
        Assert.DoesNotContain("while-revalidate", Said(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_edge_nothing_is_said_to_one()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var answer = await newsroom.Client.GetAsync("/");

        Assert.Equal("public, no-cache", Said(answer));
        Assert.False(answer.Headers.Contains("Cache-Tag") || answer.Headers.Contains("Surrogate-Key"));
        Assert.Null(newsroom.App.Services.GetService<EdgePurger>());
    }

    [Theory]
    [InlineData("akamai", "", "", "", "cloudflare, fastly, varnish or http")]
    [InlineData("cloudflare", "", "zone", "", "Edge:Token")]
    [InlineData("fastly", "", "", "token", "Edge:Zone")]
    [InlineData("varnish", "", "", "", "Edge:Address")]
    [InlineData("varnish", "127.0.0.1:6081", "", "", "no address")]
    [InlineData("http", "http://cdn.example/purge", "", "token", "in the clear")]
    public void Settings_that_cannot_work_are_said_in_words(string driver, string address, string zone, string token, string said)
    {
        var settings = new EdgeSettings { Driver = driver, Address = address, Zone = zone, Token = token };

        Assert.Contains(said, Assert.Throws<SettingException>(() => EdgeDrivers.Of(settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_secret_is_in_a_text_of_the_settings() =>
        Assert.DoesNotContain("s3cret", new MachineSettings { Edge = new() { Driver = "fastly", Token = "s3cret" }, Mail = new() { Server = "smtp://post:s3cret@mail.example:587" } }.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("fastly", "POST", "/service/z/purge", "Fastly-Key")]
    [InlineData("http", "POST", "/", "Authorization")]
    public async Task Each_driver_purges_in_its_own_way(string driver, string method, string path, string secret)
    {
        await using var edge = await EdgeStandIn.StartAsync(TimeProvider.System);
        await using var newsroom = await Newsroom.OpenAsync(settings: machine => machine with { Edge = new() { Driver = driver, Zone = "z", Token = "s3cret", Address = edge.Address } });

        for (var waited = 0; edge.Requests.IsEmpty && waited < 600; waited++) await Task.Delay(50);

        var asked = edge.Requests.First();
        Assert.Equal((method, path), (asked.Method, asked.Path));
        Assert.Contains("s3cret", asked.Headers[secret], StringComparison.Ordinal);
        Assert.Equal([EdgeTag.All], asked.Tags);
    }

    private static Task<Newsroom> OpenAsync(string driver) =>
        Newsroom.OpenAsync(On.Sqlite, machine => machine with { Edge = new() { Driver = driver, Zone = "z", Token = "t", Address = "http://127.0.0.1:9" } });

    // As it was sent: HttpClient would put the directives into an order of its own.
    private static string Said(HttpResponseMessage answer) => answer.Headers.NonValidated["Cache-Control"].ToString();

    /// <summary>A node that did not hear for a moment what others changed promises a second; on a busy machine that happens.</summary>
    private static async Task<string> LongAsync(Newsroom newsroom, string path, string header)
    {
        for (var time = 0; ; time++, await Task.Delay(50))
        {
            using var answer = await newsroom.Client.GetAsync(path);
            var said = answer.Headers.NonValidated[header].ToString();
            if (said.Contains("600", StringComparison.Ordinal) || time > 200) return said;
        }
    }
}
