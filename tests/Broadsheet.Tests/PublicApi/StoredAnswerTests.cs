using System.Net;
using Broadsheet.Paper.Press;
using Broadsheet.Sample;
using Broadsheet.Settings;
using Broadsheet.Storage;
using Broadsheet.Tests.Storage;
using Broadsheet.Trust.Machines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.PublicApi;

/// <summary>The press keeps the API's answers as it keeps pages, in a room of their own.</summary>
public sealed class StoredAnswerTests
{
    [Fact]
    public async Task An_answer_is_made_once_until_what_it_read_changes()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var path = $"{Reader.Root}/stories?section=city&limit=5";
        using var first = await newsroom.Client.GetAsync(path);
        var before = newsroom.Press.Makings;

        // In whatever order it is asked for.
        using var again = await newsroom.Client.GetAsync($"{Reader.Root}/stories?limit=5&section=city");
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(before, newsroom.Press.Makings);
        Assert.Equal("application/json", first.Content.Headers.ContentType!.MediaType);
        using var known = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await newsroom.Client.SendAsync(known)).StatusCode);

        await newsroom.PublishAsync(await newsroom.DraftAsync("Council votes"));
        Assert.Equal(["Council votes", "Harbour wall falls"], await newsroom.HeadlinesAsync("/stories?section=city&limit=5"));
    }

    [Fact]
    public async Task A_part_of_a_list_is_made_for_each_who_asks_and_has_its_tag()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Council votes"));
        var next = (await newsroom.ReadAsync("/stories?limit=1")).GetProperty("next").GetString()!;
        var before = newsroom.Press.Makings;

        using var part = await newsroom.Client.GetAsync(next);
        using var known = new HttpRequestMessage(HttpMethod.Get, next) { Headers = { IfNoneMatch = { part.Headers.ETag! } } };

        Assert.Equal(HttpStatusCode.OK, part.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await newsroom.Client.SendAsync(known)).StatusCode);
        Assert.Equal(before, newsroom.Press.Makings);
    }

    /// <summary>Promise 35, of questions that are in the API's allow-list.</summary>
    [Fact]
    public async Task However_much_is_asked_no_page_leaves_the_store()
    {
        await using var newsroom = await Newsroom.OpenAsync(services: services => services.AddSingleton(new PressSettings(1) { Patience = TimeSpan.FromMinutes(1), MakesAhead = false }));
        await new FillPaper(newsroom.App.Services.GetRequiredService<IServiceScopeFactory>(), newsroom.Clock).RunAsync(30);
        await newsroom.Client.GetStringAsync("/latest");
        var pages = newsroom.Press.Store.Count;

        for (var limit = 1; limit <= 60; limit++) await newsroom.ReadAsync($"/stories?limit={limit}");

        Assert.Equal(pages, newsroom.Press.Store.Count);
        Assert.NotNull(newsroom.Press.Find("/latest"));
    }

    [Theory, OnBoth]
    public async Task Every_answer_is_as_a_fresh_one_after_every_kind_of_change(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await new FillPaper(newsroom.App.Services.GetRequiredService<IServiceScopeFactory>(), newsroom.Clock).RunAsync(30);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        string[] paths = ["", "/front-page", "/stories", "/stories?section=city", $"/stories/{story.PublicId}", "/sections", "/topics", "/contributors", "/menus", "/pages", "/corrections", "/popular"];
        Func<Newspaper, Task>[] changes =
        [
            async newspaper => (await newspaper.Set<Broadsheet.Sections.Section>().SingleAsync(row => row.Id == newsroom.City.Id)).Name = "Town",
            async newspaper => (await newspaper.Set<Broadsheet.Editions.Edition>().SingleAsync(row => row.Id == newsroom.Edition.Id)).Name = "The Evening Post",
            newspaper => Task.FromResult(newspaper.Add(new Broadsheet.Menus.MenuItem(newsroom.Edition.Id, Broadsheet.Menus.MenuPlace.Footer, "About", "/about", 0))),
            newspaper => Task.FromResult(newspaper.Add(new Broadsheet.Contributors.Contributor("Ida Holm", "ida-holm", Broadsheet.Contributors.ContributorKind.Person))),
            newspaper => Task.FromResult(newspaper.Add(new Broadsheet.Pages.PlainPage(newsroom.Edition.Id, "About", "about") { IsPublished = true })),
            async newspaper => (await newspaper.Set<Broadsheet.Articles.Article>().SingleAsync(row => row.Id == story.Id)).LetIn(Broadsheet.Sections.Access.Members, null),
        ];
        foreach (var change in changes)
        {
            foreach (var path in paths) await newsroom.ReadAsync(path);
            await newsroom.AskAsync(async newspaper => { await change(newspaper); return await newspaper.SaveChangesAsync(); });
            foreach (var path in paths) Assert.Equal(await newsroom.Press.MakeUnstoredAsync(Reader.Root + path), await newsroom.Client.GetByteArrayAsync(Reader.Root + path));
        }
    }

    [Fact]
    public async Task Any_site_may_ask_and_is_told_what_machines_may_do()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.SetSetting(new MachineTerms { IsStated = true, Training = false }, 0, newsroom.Clock.GetUtcNow()));
        using var answer = await newsroom.Client.GetAsync($"{Reader.Root}/stories?limit=1");
        using var preflight = new HttpRequestMessage(HttpMethod.Options, $"{Reader.Root}/stories") { Headers = { { "Origin", "https://elsewhere.example" }, { "Access-Control-Request-Method", "GET" }, { "Access-Control-Request-Headers", "if-none-match" } } };
        using var allowed = await newsroom.Client.SendAsync(preflight);

        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("1", answer.Headers.GetValues("tdm-reservation").Single());
        Assert.Contains("noai", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Contains("If-None-Match", allowed.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
        // The staff API lets no site in.
        Assert.False((await newsroom.Client.GetAsync("/api/v1/articles")).Headers.Contains("Access-Control-Allow-Origin"));
    }
}
