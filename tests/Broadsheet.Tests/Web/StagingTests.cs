using System.Collections.Concurrent;
using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Popularity;
using Broadsheet.Storage.Outbox;
using Broadsheet.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Web;

/// <summary>A copy of a paper to try things on: nobody takes it for the paper, and nobody outside hears of it.</summary>
public sealed class StagingTests
{
    [Fact]
    public async Task Every_page_says_so_and_no_search_engine_may_keep_it()
    {
        await using var newsroom = await OpenAsync(isStaging: true);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));

        foreach (var path in (string[])["/", $"/city/{article.Slug}", "/latest", "/city", "/nothing/there", "/he/"])
        {
            // Twice: as it is made, and as the press keeps it.
            for (var time = 0; time < 2; time++)
            {
                using var answer = await newsroom.Client.GetAsync(path);
                var html = await answer.Content.ReadAsStringAsync();
                Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
                Assert.Contains("<meta name=\"robots\" content=\"noindex, nofollow\">", html);
                Assert.Contains(path == "/he/" ? "עותק ניסיון" : "Staging copy:", html);
            }
        }
        foreach (var path in (string[])["/feed.xml", "/sitemap.xml", "/robots.txt", "/icon.svg", "/newsroom/sign-in"])
            Assert.Equal("noindex, nofollow", (await newsroom.Client.GetAsync(path)).Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal("User-agent: *\nDisallow: /\n", await newsroom.Client.GetStringAsync("/robots.txt"));
        Assert.Contains("Staging copy:", await editor.ReadAsync($"/newsroom/articles/{article.Id}"));
    }

    [Fact]
    public async Task A_paper_that_is_none_says_nothing_of_it()
    {
        await using var newsroom = await OpenAsync(isStaging: false);

        using var answer = await newsroom.Client.GetAsync("/");
        Assert.False(answer.Headers.Contains("X-Robots-Tag"));
        Assert.DoesNotContain("taging", await answer.Content.ReadAsStringAsync());
        Assert.Contains("Sitemap:", await newsroom.Client.GetStringAsync("/robots.txt"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_reaches_outside_is_left_undone_what_was_copied_unsent_too(bool isStaging)
    {
        var told = new Told();
        await using var newsroom = await OpenAsync(isStaging, services => services.AddSingleton(told)
            .AddListener<ArticlePublished, Inside>().AddListener<ArticlePublished, Outside>(TimeSpan.FromSeconds(60)).AddJob<Letter, Post>(reachesOutside: true));
        await newsroom.ChangeAsync(newspaper => newspaper.Enqueue(new Letter(1), newsroom.Clock.GetUtcNow()));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));

        await newsroom.RunJobsAsync();

        Assert.Equal(isStaging ? ["inside"] : ["inside", "letter", "outside"], told.What.Order(StringComparer.Ordinal));
        Assert.False(await newsroom.AskAsync(newspaper => newspaper.Set<Job>().AnyAsync(job => job.DoneAt == null)));
    }

    [Fact]
    public async Task Reads_are_not_counted()
    {
        await using var newsroom = await OpenAsync(isStaging: true);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));

        using var beacon = new HttpRequestMessage(HttpMethod.Post, "/reads") { Content = new StringContent(article.PublicId.ToString()), Headers = { { "Sec-Fetch-Site", "same-origin" }, { "User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" } } };
        Assert.Equal(HttpStatusCode.NoContent, (await newsroom.Client.SendAsync(beacon)).StatusCode);
        await newsroom.CloseAsync();
        await newsroom.StartAsync();

        Assert.False(await newsroom.AskAsync(newspaper => newspaper.Set<ReadCount>().AnyAsync()));
    }

    private static async Task<Newsroom> OpenAsync(bool isStaging, Action<IServiceCollection>? services = null)
    {
        var newsroom = await Newsroom.OpenAsync(settings: machine => machine with { Staging = isStaging }, services: services);
        await newsroom.ChangeAsync(newspaper => newspaper.Editions.Add(new Edition("he", "הארבור פוסט", "he", "Asia/Jerusalem", 1)));
        return newsroom;
    }

    internal sealed class Told
    {
        public ConcurrentQueue<string> What { get; } = [];
    }

    internal sealed record Letter(long To);

    internal sealed class Post(Told told) : IJob<Letter>
    {
        public Task RunAsync(Letter work, string key, CancellationToken stop) { told.What.Enqueue("letter"); return Task.CompletedTask; }
    }

    internal sealed class Inside(Told told) : IJob<ArticlePublished>
    {
        public Task RunAsync(ArticlePublished work, string key, CancellationToken stop) { told.What.Enqueue("inside"); return Task.CompletedTask; }
    }

    internal sealed class Outside(Told told) : IJob<ArticlePublished>
    {
        public Task RunAsync(ArticlePublished work, string key, CancellationToken stop) { told.What.Enqueue("outside"); return Task.CompletedTask; }
    }
}
