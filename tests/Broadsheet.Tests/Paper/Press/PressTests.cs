using System.IO.Compression;
using System.Net;
using Broadsheet.Articles;
using Broadsheet.Bench;
using Broadsheet.Paper.Press;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Broadsheet.Tests.Paper.Press;

public sealed class PressTests
{
    [Fact]
    public async Task A_thousand_readers_who_ask_at_once_have_one_page_made()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var before = newsroom.Press.Makings;

        var pages = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => newsroom.Client.GetStringAsync($"/city/{article.Slug}")));

        Assert.Single(pages.Distinct());
        Assert.Contains("Harbour wall falls", pages[0], StringComparison.Ordinal);
        Assert.Equal(before + 1, newsroom.Press.Makings);
    }

    [Theory]
    [InlineData(On.Sqlite)]
    [InlineData(On.Postgres)]
    public async Task What_is_published_changed_and_withdrawn_is_so_at_once_on_every_page(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var first = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        string[] pages = ["/", "/latest", "/city", "/feed.xml"];
        foreach (var page in pages) Assert.DoesNotContain("Council votes", await newsroom.Client.GetStringAsync(page), StringComparison.Ordinal);

        var second = await newsroom.PublishAsync(await newsroom.DraftAsync("Council votes"));
        foreach (var page in pages) Assert.Contains("Council votes", await newsroom.Client.GetStringAsync(page), StringComparison.Ordinal);

        await newsroom.ActAsync(second, async (publication, article) =>
        {
            article.SaveDraft(article.Draft.Content with { Headline = "Council walks out" }, article.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            await publication.PublishAsync(article, 0);
        });
        foreach (var page in pages.Append($"/city/{second.Slug}")) Assert.Contains("Council walks out", await newsroom.Client.GetStringAsync(page), StringComparison.Ordinal);

        await newsroom.ActAsync(second, (publication, article) => publication.WithdrawAsync(article, new(WithdrawalKind.Mistake, "Too early", 0, newsroom.Clock.GetUtcNow())));
        foreach (var page in pages) Assert.DoesNotContain("Council walks out", await newsroom.Client.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync($"/city/{second.Slug}")).StatusCode);
        Assert.Contains("Harbour wall falls", await newsroom.Client.GetStringAsync($"/city/{first.Slug}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(On.Sqlite)]
    [InlineData(On.Postgres)]
    public async Task What_another_process_changed_comes_onto_the_page(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.Client.GetStringAsync("/city");

        // A program of its own on the same database, which serves nobody.
        await using (var other = Program.Build(newsroom.Machine, builder => builder.Logging.ClearProviders()))
        await using (var scope = other.Services.CreateAsyncScope())
        {
            var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
            (await newspaper.Sections.SingleAsync(row => row.Id == newsroom.City.Id)).Name = "Town";
            await newspaper.SaveChangesAsync();
        }

        // No speed is asserted here (bin/bench does that): it comes by itself, and is waited for.
        for (var waited = 0; newsroom.Press.Find("/city") is not null && waited < 600; waited++) await Task.Delay(50);
        Assert.Contains("Town", await newsroom.Client.GetStringAsync("/city"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_another_node_are_told_once_and_also_when_they_come_out_of_order()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var told = new List<string>();
        var feed = new ChangeFeed();
        feed.Changed += keys => told.AddRange(keys);
        var poll = new ChangePoll(newsroom.App.Services.GetRequiredService<IServiceScopeFactory>(), feed, newsroom.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<ChangePoll>.Instance);
        await poll.LookAsync(default);
        var last = await newsroom.AskAsync(newspaper => newspaper.Set<Invalidation>().MaxAsync(row => row.Id));

        await AddAsync(newsroom, last + 2, "second");
        await poll.LookAsync(default);
        await AddAsync(newsroom, last + 1, "first");
        await poll.LookAsync(default);
        await poll.LookAsync(default);

        Assert.Equal(["second", "first"], told);
    }

    [Fact]
    public async Task Saving_a_draft_makes_no_page_anew()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.Client.GetStringAsync("/");
        var before = newsroom.Press.Freshness.Now;

        await newsroom.ActAsync(article, (_, found) => newsroom.AskAsync(async newspaper =>
        {
            var again = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == found.Id);
            again.SaveDraft(again.Draft.Content with { Headline = "Not yet" }, again.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        }));

        Assert.Equal(before, newsroom.Press.Freshness.Now);
    }

    [Fact]
    public async Task A_day_that_ends_makes_another_page()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var today = await newsroom.Client.GetStringAsync("/");

        newsroom.Clock.Advance(TimeSpan.FromDays(1));

        Assert.NotEqual(today, await newsroom.Client.GetStringAsync("/"));
    }

    [Fact]
    public async Task No_header_of_a_reader_changes_a_page()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var asIs = await newsroom.Client.GetAsync("/");
        var expected = await asIs.Content.ReadAsByteArrayAsync();
        var press = newsroom.Press;
        var makings = press.Makings;

        foreach (var (name, value) in OddRequests.Headers())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/");
            request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await newsroom.Client.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{name}: {answer.StatusCode}");
            Assert.Equal(expected, await answer.Content.ReadAsByteArrayAsync());
        }
        Assert.Equal(makings, press.Makings);
    }

    [Fact]
    public async Task A_crowd_of_queries_and_strangers_hosts_fills_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.Client.GetStringAsync("/");
        var press = newsroom.Press;
        var (pages, makings) = (press.Store.Count, press.Makings);

        for (var n = 0; n < 500; n++) await newsroom.Client.GetStringAsync($"/?utm_source={n}&fbclid={Guid.NewGuid():N}");
        for (var n = 0; n < 100; n++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = $"paper{n}.example" } };
            Assert.Equal(HttpStatusCode.MisdirectedRequest, (await newsroom.Client.SendAsync(request)).StatusCode);
        }
        Assert.Equal((pages, makings), (press.Store.Count, press.Makings));

        for (var n = 0; n < 100; n++) Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync($"/city/no-{n}?page={n + 2}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/latest%3Fpage=1")).StatusCode);
        Assert.Equal(pages, press.Store.Count);
    }

    [Fact]
    public async Task The_same_page_in_each_coding_by_HEAD_and_to_whoever_has_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var plain = await newsroom.Client.GetAsync("/");
        var expected = await plain.Content.ReadAsStringAsync();

        foreach (var (accepted, coding) in new[] { ("br", "br"), ("gzip, deflate, br;q=0.5", "br"), ("gzip;q=1.0, br;q=0", "gzip"), ("deflate", "") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept-Encoding", accepted } } };
            using var answer = await newsroom.Client.SendAsync(request);
            Assert.Equal(coding, string.Join(',', answer.Content.Headers.ContentEncoding));
            Assert.Equal(expected, await UnpackedAsync(answer));
        }

        using var head = await newsroom.Client.SendAsync(new(HttpMethod.Head, "/"));
        Assert.Equal(plain.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());

        using var again = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "If-None-Match", plain.Headers.ETag!.ToString() } } };
        Assert.Equal(HttpStatusCode.NotModified, (await newsroom.Client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_page_that_cannot_be_made_anew_is_given_as_it_was()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var before = await newsroom.Client.GetStringAsync("/");
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Database.ExecuteSqlAsync($"ALTER TABLE article_sections RENAME TO hidden")));

        newsroom.Press.Freshness.TouchAll();

        Assert.Equal(before, await newsroom.Client.GetStringAsync("/"));
        Assert.Equal(HttpStatusCode.InternalServerError, (await newsroom.Client.GetAsync("/city")).StatusCode);
    }

    [Fact]
    public async Task A_page_made_by_the_press_lets_its_services_go()
    {
        var done = new List<string>();
        var response = new CapturedResponse();
        response.OnCompleted(Note, "first registered");
        response.OnCompleted(Note, "last registered");

        await response.StartAsync();
        Assert.Empty(done);
        await response.CompleteAsync();

        Assert.Equal(["last registered", "first registered"], done);

        Task Note(object what)
        {
            done.Add((string)what);
            return Task.CompletedTask;
        }
    }

    private static object Moment(On on) => on == On.Sqlite ? DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() : DateTimeOffset.UtcNow;

    private static Task AddAsync(Newsroom newsroom, long id, string keys) => newsroom.AskAsync(newspaper =>
        newspaper.WriteAsync(() => newspaper.Database.ExecuteSqlAsync($"INSERT INTO invalidations (id, keys, made_at) VALUES ({id}, {keys}, {Moment(On.Sqlite)})")));

    private static async Task<string> UnpackedAsync(HttpResponseMessage answer)
    {
        var stream = await answer.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(string.Join(',', answer.Content.Headers.ContentEncoding) switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        });
        return await reader.ReadToEndAsync();
    }
}
