using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Articles;
using Broadsheet.Pictures;
using Broadsheet.Storage;
using Broadsheet.Tests.Pictures;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Paper.Edge;

/// <summary>The paper behind a real Varnish with the VCL that we ship: what readers see there, and how soon.</summary>
public sealed class VarnishTests(VarnishServer varnish, ITestOutputHelper output) : IClassFixture<VarnishServer>, IAsyncDisposable
{
    // Promise 33. A busy machine may be late; it is not late each time.
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    private Newsroom _newsroom = null!;
    private HttpClient _reader = null!;

    [Theory]
    [OnBoth]
    public async Task What_is_published_changed_and_withdrawn_is_so_at_the_edge_within_two_seconds(On on)
    {
        await OpenAsync(on);
        await _newsroom.PublishAsync(await _newsroom.DraftAsync("Harbour wall falls"));
        var late = new List<TimeSpan>();
        for (var round = 1; round <= 2; round++)
        {
            var headline = $"Council votes {round}";
            await KeptAsync("/");

            var story = await _newsroom.PublishAsync(await _newsroom.DraftAsync(headline));
            late.Add(await UntilAsync("publication", async () => await ShowsAsync("/", headline) && await ShowsAsync("/city", headline)));
            var address = $"/city/{story.Slug}";
            await KeptAsync(address);

            await _newsroom.ActAsync(story, async (publication, article) =>
            {
                article.SaveDraft(article.Draft.Content with { Headline = headline + " again" }, article.Draft.Revision, 0, _newsroom.Clock.GetUtcNow());
                await publication.PublishAsync(article, 0);
            });
            late.Add(await UntilAsync("correction", async () => await ShowsAsync("/", headline + " again") && await ShowsAsync(address, headline + " again")));
            await KeptAsync(address);

            var kind = round % 2 == 0 ? WithdrawalKind.Legal : WithdrawalKind.Mistake;
            await _newsroom.ActAsync(story, (publication, article) => publication.WithdrawAsync(article, new(kind, "Too early", 0, _newsroom.Clock.GetUtcNow())));
            var gone = kind == WithdrawalKind.Legal ? HttpStatusCode.Gone : HttpStatusCode.NotFound;
            late.Add(await UntilAsync("withdrawal", async () => await StatusAsync(address) == gone && !await ShowsAsync("/", headline)));
        }
        Assert.True(late.Min() <= Promised, $"The soonest took {late.Min()}.");
    }

    [Fact]
    public async Task Readers_are_told_to_ask_each_time_and_nothing_of_tags()
    {
        await OpenAsync();
        await KeptAsync("/");

        using var answer = await _reader.GetAsync("/");

        Assert.Equal("public, no-cache", answer.Headers.GetValues("Cache-Control").Single());
        Assert.False(answer.Headers.Contains("Surrogate-Key") || answer.Headers.Contains("xkey") || answer.Headers.Contains("X-Edge-Control"));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "If-None-Match", answer.Headers.ETag!.ToString() } } };
        Assert.Equal(HttpStatusCode.NotModified, (await _reader.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task The_newsroom_the_API_and_whoever_is_signed_in_are_kept_from_the_store()
    {
        await OpenAsync();
        foreach (var path in new[] { "/newsroom", "/newsroom/sign-in", "/Newsroom/sign-in", "/api/v1/articles", "/health/ready" })
        {
            for (var time = 0; time < 3; time++)
            {
                using var answer = await _reader.GetAsync(path);
                Assert.Equal("miss", answer.Headers.GetValues("X-Cache").Single());
                Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            }
        }

        await KeptAsync("/");
        using var signedIn = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", "a=b; __Host-staff=secret" } } };
        Assert.Equal("miss", (await _reader.SendAsync(signedIn)).Headers.GetValues("X-Cache").Single());
        using var others = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", "campaign=7" } } };
        Assert.Equal("hit", (await _reader.SendAsync(others)).Headers.GetValues("X-Cache").Single());
    }

    [Fact]
    public async Task A_picture_that_is_taken_down_is_gone_at_the_edge()
    {
        await OpenAsync();
        var picture = await _newsroom.AskAsync(_ => TakeInAsync());
        var address = $"/pictures/{picture.Key}/320.jpg";
        await KeptAsync(address);

        _newsroom.App.Services.GetRequiredService<RenditionShelf>().Clear(picture.Key);
        await _newsroom.ChangeAsync(newspaper => newspaper.Remove(newspaper.Pictures.Single(row => row.Id == picture.Id)));

        await UntilAsync("removal", async () => await StatusAsync(address) == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_of_the_theme_that_changes_is_seen_at_the_edge()
    {
        await OpenAsync();
        await KeptAsync("/");
        var before = await StylesheetAsync();
        var css = Directory.CreateDirectory(Path.Combine(_newsroom.Machine.Data, "theme", "css"));

        await File.WriteAllTextAsync(Path.Combine(css.FullName, "90-ours.css"), ".ours { color: var(--ink) }\n");

        await UntilAsync("stylesheet", async () => await StylesheetAsync() != before);
    }

    [Fact]
    public async Task What_was_kept_is_given_while_the_program_is_down()
    {
        await OpenAsync();
        await KeptAsync("/latest");
        // Ten seconds before the paper's midnight: until then the page may be kept, and not a second more while we answer.
        var local = TimeZoneInfo.ConvertTime(_newsroom.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        _newsroom.Clock.Advance(TimeSpan.FromDays(1) - local.TimeOfDay - TimeSpan.FromSeconds(10));
        await KeptAsync("/");
        await _newsroom.CloseAsync();
        await Task.Delay(TimeSpan.FromSeconds(11));

        for (var time = 0; time < 5; time++) Assert.Equal(HttpStatusCode.OK, await StatusAsync("/"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/city"));

        await _newsroom.StartAsync();
        await UntilAsync("return", async () => await StatusAsync("/city") == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_story_of_one_node_is_at_the_edge_that_asks_another()
    {
        await OpenAsync(On.Postgres);
        await KeptAsync("/");
        await using var other = Program.Build(_newsroom.Machine with { Urls = "http://127.0.0.1:0" }, builder => builder.Logging.ClearProviders());
        await other.StartAsync();

        // Published by the node that no reader of ours can reach.
        var draft = await _newsroom.DraftAsync("Council votes");
        await using (var scope = other.Services.CreateAsyncScope())
        {
            var article = await scope.ServiceProvider.GetRequiredService<Newspaper>().Articles.ForActs().SingleAsync(row => row.Id == draft.Id);
            await scope.ServiceProvider.GetRequiredService<Publication>().PublishAsync(article, 0);
        }

        await UntilAsync("publication", () => ShowsAsync("/", "Council votes"));
        // Nothing that was on its way brings the old page back.
        for (var time = 0; time < 10; time++, await Task.Delay(200)) Assert.True(await ShowsAsync("/", "Council votes"));
        await other.StopAsync();
    }

    [Fact]
    public async Task Nobody_purges_through_a_proxy()
    {
        await OpenAsync();
        using var purge = new HttpRequestMessage(new HttpMethod("PURGE"), "/") { Headers = { { "Surrogate-Key", "b" }, { "X-Forwarded-For", "192.0.2.7" } } };
        Assert.Equal(HttpStatusCode.Forbidden, (await _reader.SendAsync(purge)).StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _newsroom.DisposeAsync();
    }

    private async Task OpenAsync(On on = On.Sqlite)
    {
        await varnish.EmptyAsync();
        _newsroom = await Newsroom.OpenAsync(on, machine => machine with { Urls = varnish.Behind, Edge = new() { Driver = "varnish", Address = varnish.Address.ToString() } });
        _reader = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = varnish.Address };
    }

    private async Task<Picture> TakeInAsync()
    {
        await using var scope = _newsroom.App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<PictureIntake>().TakeInAsync(new MemoryStream(TestPicture.Jpeg(400, 300)), "quay.jpg", by: 0)).Picture;
    }

    private async Task<bool> ShowsAsync(string path, string text) => (await _reader.GetStringAsync(path)).Contains(text, StringComparison.Ordinal);

    private async Task<string> StylesheetAsync() => Regex.Match(await _reader.GetStringAsync("/"), @"/theme/paper\.[^""]+\.css").Value;

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _reader.GetAsync(path);
        return answer.StatusCode;
    }

    /// <summary>Asks until the edge has it and would keep it: a node that did not hear for a moment gives a page for a second only.</summary>
    private Task KeptAsync(string path) => UntilAsync($"{path} kept", async () =>
    {
        using var answer = await _reader.GetAsync(path);
        if (answer.Headers.GetValues("X-Cache").Single() != "hit") return false;
        await Task.Delay(1200);
        using var again = await _reader.GetAsync(path);
        return again.StatusCode == HttpStatusCode.OK && again.Headers.GetValues("X-Cache").Single() == "hit" && again.Headers.Age > TimeSpan.FromSeconds(0);
    });

    private async Task<TimeSpan> UntilAsync(string what, Func<Task<bool>> isSo)
    {
        var since = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(30), $"{what}: not so after {since.Elapsed}");
            await Task.Delay(50);
        }
        output.WriteLine($"{what}: {since.Elapsed.TotalMilliseconds:0} ms");
        return since.Elapsed;
    }
}
