using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Redirects;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Redirects;

/// <summary>Redirects as an editor without script adds and removes them.</summary>
public sealed class RedirectDeskTests
{
    [Theory, OnBoth]
    public async Task An_old_address_leads_to_the_new_one_until_it_is_removed(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);

        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync("/newsroom/redirects", ("From", "/2019/05/caf%C3%A9?x=1"), ("To", "/city/"))).StatusCode);
        Assert.Equal("/city", (await newsroom.Client.GetAsync("/2019/05/caf%C3%A9")).Headers.Location!.OriginalString);
        Assert.Contains("/2019/05/café", await editor.ReadAsync("/newsroom/redirects?words=2019"));

        var made = await newsroom.AskAsync(newspaper => newspaper.Redirects.SingleAsync());
        await editor.SubmitAsync($"/newsroom/redirects/{made.Id}/removal");
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/2019/05/caf%C3%A9")).StatusCode);
    }

    [Theory]
    [InlineData("/city", "/latest", "A page stands at this address")]
    [InlineData("/newsroom/articles", "/city", "Addresses of the program itself")]
    [InlineData("https://elsewhere.example/old", "/city", "Write a path of the paper")]
    [InlineData("/old", "//elsewhere.example", "Write a path of the paper")]
    [InlineData("/old", "/old/", "Both addresses are the same")]
    [InlineData("/b", "/a", "leads back")]
    public async Task What_would_lead_nowhere_is_refused_and_what_was_typed_kept(string from, string to, string words)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(async () => { await newspaper.RedirectAsync("/a", "/b", newsroom.Clock.GetUtcNow()); return 0; }));
        using var editor = await newsroom.AsAsync(Role.Editor);

        var answer = await editor.SubmitAsync("/newsroom/redirects", ("From", from), ("To", to));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, html);
        Assert.Contains($"value=\"{from}\"", html);
    }

    [Fact]
    public async Task A_chain_is_folded()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);

        await editor.SubmitAsync("/newsroom/redirects", ("From", "/two"), ("To", "/city"));
        await editor.SubmitAsync("/newsroom/redirects", ("From", "/one"), ("To", "/two"));

        Assert.Equal("/city", (await newsroom.Client.GetAsync("/one")).Headers.Location!.OriginalString);
    }

    [Theory, OnBoth]
    public async Task A_star_stands_for_anything_and_what_says_most_decides(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        await editor.SubmitAsync("/newsroom/redirects", ("From", "/2019/*"), ("To", "/archive-of-2019/*"));
        await editor.SubmitAsync("/newsroom/redirects", ("From", "/2019/05/*/amp"), ("To", "/city"));
        await editor.SubmitAsync("/newsroom/redirects", ("From", "/2019/05/wall"), ("To", "/"), ("Status", "302"));

        Assert.Equal("/archive-of-2019/06/quay", await LeadsToAsync(newsroom, "/2019/06/quay"));
        Assert.Equal("/city", await LeadsToAsync(newsroom, "/2019/05/wall/amp"));
        Assert.Equal("/", await LeadsToAsync(newsroom, "/2019/05/wall"));
        Assert.Equal(HttpStatusCode.Redirect, (await newsroom.Client.GetAsync("/2019/05/wall")).StatusCode);
        Assert.Equal(HttpStatusCode.MovedPermanently, (await newsroom.Client.GetAsync("/2019/06/quay")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/2019")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/20190/a")).StatusCode);
    }

    [Fact]
    public async Task No_star_leads_out_of_the_paper()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        await editor.SubmitAsync("/newsroom/redirects", ("From", "/old*"), ("To", "/*"));

        Assert.Equal("/elsewhere.example/x", await LeadsToAsync(newsroom, "/old//elsewhere.example/x"));
    }

    [Theory]
    [InlineData("/*", "/city", "three letters")]
    [InlineData("/a/*/b/*", "/city", "one * at most")]
    [InlineData("/old", "/new/*", "only where the old address has one")]
    [InlineData("/old/*", "/old/new/*", "/old/* → /old/new/x → /old/*")]
    [InlineData("/one", "/two/x", "/one → /two/x → /three/x → /one")]
    public async Task Loops_and_odd_patterns_are_refused_in_words(string from, string to, string words)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(new Redirect("/two/*", "/three/*", false, newsroom.Clock.GetUtcNow()), new Redirect("/three/x", "/one", false, newsroom.Clock.GetUtcNow())));
        using var editor = await newsroom.AsAsync(Role.Editor);

        using var answer = await editor.SubmitAsync("/newsroom/redirects", ("From", from), ("To", to));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.Equal(2, await newsroom.AskAsync(newspaper => newspaper.Redirects.CountAsync()));
    }

    [Fact]
    public async Task A_chain_ends_at_a_page_that_stands_though_a_pattern_would_lead_on()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var editor = await newsroom.AsAsync(Role.Editor);
        await editor.SubmitAsync("/newsroom/redirects", ("From", "/city/*"), ("To", "/latest"));
        await editor.SubmitAsync("/newsroom/redirects", ("From", "/old"), ("To", "/city/harbour-wall-falls"));
        await editor.SubmitAsync("/newsroom/redirects", ("From", "/older"), ("To", "/city/gone"));

        Assert.Equal("/city/harbour-wall-falls", await LeadsToAsync(newsroom, "/old"));
        Assert.Equal("/latest", await LeadsToAsync(newsroom, "/older"));
    }

    [Fact]
    public async Task What_moved_with_all_below_it_is_not_sent_below_itself()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(async () => { await newspaper.RedirectAsync("/town", "/city", newsroom.Clock.GetUtcNow(), isPrefix: true); return 0; }));
        var moved = await newsroom.AskAsync(newspaper => newspaper.Redirects.SingleAsync());
        using var editor = await newsroom.AsAsync(Role.Editor);

        foreach (var (address, more) in new[] { ("/newsroom/redirects", "/town"), ($"/newsroom/redirects/{moved.Id}", "/town") })
        {
            var answer = await editor.SubmitAsync(address, ("From", more), ("To", "/town/news"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("/town → /town/news → /town", System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
        var looked = await (await editor.SubmitAsync("/newsroom/redirects/import", ("Lines", "/town,/town/news"))).Content.ReadAsStringAsync();
        Assert.Contains("/town → /town/news", System.Net.WebUtility.HtmlDecode(looked));
        Assert.Equal("/city/old", (await newsroom.Client.GetAsync("/town/old")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_redirect_is_changed()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        await editor.SubmitAsync("/newsroom/redirects", ("From", "/old"), ("To", "/city"));
        var id = (await newsroom.AskAsync(newspaper => newspaper.Redirects.SingleAsync())).Id;
        Assert.Contains("value=\"/old\"", await editor.ReadAsync($"/newsroom/redirects/{id}"));

        await editor.SubmitAsync($"/newsroom/redirects/{id}", ("From", "/older"), ("To", "/latest"), ("Status", "302"));

        Assert.Equal("/latest", await LeadsToAsync(newsroom, "/older"));
        Assert.Null(await LeadsToAsync(newsroom, "/old"));
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Redirects.CountAsync()));
    }

    private static async Task<string?> LeadsToAsync(Newsroom newsroom, string path) => (await newsroom.Client.GetAsync(path)).Headers.Location?.OriginalString;
}
