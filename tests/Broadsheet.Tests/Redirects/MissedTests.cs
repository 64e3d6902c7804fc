using System.Net;
using Broadsheet.Accounts;
using Broadsheet.RedirectDesk.Missed;
using Broadsheet.Redirects;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Redirects;

public sealed class MissedTests
{
    [Theory, OnBoth]
    public async Task What_was_asked_for_in_vain_is_counted_in_memory_and_leads_to_a_redirect_with_one_press(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls in the storm"));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Quay closes"));
        using var editor = await newsroom.AsAsync(Role.Editor);
        for (var times = 0; times < 3; times++) await AskAsync(newsroom, "/2019/05/quay-closes", "https://search.example/find?q=her+name");
        await AskAsync(newsroom, "/city/harbor-wall-falls-in-storm/", null);
        await AskAsync(newsroom, "/nothing-like-it-at-all", "not an address");
        // No write for an answer that says "not found".
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.MissedAddresses.CountAsync()));

        var html = await editor.ReadAsync("/newsroom/redirects/missed");
        var rows = await newsroom.AskAsync(newspaper => newspaper.MissedAddresses.AsNoTracking().OrderByDescending(row => row.Times).ThenBy(row => row.Path).ToListAsync());
        Assert.Equal([("/2019/05/quay-closes", 3, "search.example"), ("/city/harbor-wall-falls-in-storm", 1, ""), ("/nothing-like-it-at-all", 1, "")], rows.Select(row => (row.Path, (int)row.Times, row.Host)));
        Assert.DoesNotContain("her+name", html);
        Assert.Contains("value=\"/city/quay-closes\"", html);
        Assert.Contains("value=\"/city/harbour-wall-falls-in-the-storm\"", html);

        await editor.SubmitAsync("/newsroom/redirects", ("From", "/2019/05/quay-closes"), ("To", "/city/quay-closes"), ("Back", "missed"));
        Assert.Equal("/city/quay-closes", (await newsroom.Client.GetAsync("/2019/05/quay-closes")).Headers.Location!.OriginalString);
        Assert.DoesNotContain("/2019/05/quay-closes", await editor.ReadAsync("/newsroom/redirects/missed"));
        await editor.SubmitAsync($"/newsroom/redirects/missed/{rows[2].Id}/removal");
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.MissedAddresses.CountAsync()));
    }

    [Fact]
    public async Task Whoever_invents_addresses_fills_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var now = newsroom.Clock.GetUtcNow();
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(Enumerable.Range(0, MissedFlush.MostKept).Select(number => new MissedAddress($"/invented/{number}", number == 0 ? 1 : 2, "", now, now.AddSeconds(number)))));
        await newsroom.ChangeAsync(newspaper => newspaper.Add(new MissedAddress("/long-ago", 900, "", now.AddDays(-120), now.AddDays(-91))));
        for (var times = 0; times < 3; times++) await AskAsync(newsroom, "/wanted", null);
        await AskAsync(newsroom, "/" + new string('x', 350), null);

        await FlushAsync(newsroom);

        Assert.Equal(MissedFlush.MostKept, await newsroom.AskAsync(newspaper => newspaper.MissedAddresses.CountAsync()));
        Assert.Equal(["/wanted"], await newsroom.AskAsync(newspaper => newspaper.MissedAddresses.Where(row => row.Path == "/wanted" || row.Path == "/long-ago" || row.Path == "/invented/0" || row.Path.Contains("xx")).Select(row => row.Path).ToListAsync()));
    }

    [Fact]
    public async Task What_leads_somewhere_is_not_missed()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.Add(new Redirect("/old", "/city", false, newsroom.Clock.GetUtcNow())));
        await newsroom.Client.GetAsync("/old");
        await newsroom.Client.GetAsync("/city");
        // A program's question is no page: nobody could lead it elsewhere.
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync($"/api/v1/paper/stories/{Guid.Empty}")).StatusCode);
        await FlushAsync(newsroom);

        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.MissedAddresses.CountAsync()));
    }

    [Fact]
    public void Slugs_are_compared_by_pairs_of_letters()
    {
        Assert.Equal(1, NearestStory.Likeness("quay-closes", "quay-closes"));
        Assert.Equal(0, NearestStory.Likeness("abc", "xyz"));
        Assert.InRange(NearestStory.Likeness("harbor-wall", "harbour-wall"), 0.7, 0.99);
    }

    private static async Task AskAsync(Newsroom newsroom, string path, string? referrer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (referrer is not null) request.Headers.TryAddWithoutValidation("Referer", referrer);
        using var answer = await newsroom.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task FlushAsync(Newsroom newsroom) => newsroom.App.Services.GetRequiredService<MissedFlush>().FlushAsync(TestContext.Current.CancellationToken);
}
