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
}
