using Broadsheet.Accounts;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Sponsors;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Sponsors;

/// <summary>Places that are paid for.</summary>
public class SponsorTests
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_sponsor_stands_on_its_days_is_labelled_and_its_clicks_are_counted_without_robots(On on)
    {
        await using var paper = await Newsroom.OpenAsync(on);
        var story = await paper.PublishAsync(await paper.DraftAsync("Harbour wall falls"));
        var grave = await paper.PublishAsync(await paper.DraftAsync("Three lost at sea", content => content with { IsSensitive = true }));
        using var desk = await paper.AsAsync(Role.Publisher);
        using var browser = ReaderIn(paper);
        Assert.DoesNotContain("Quay Bakery", await browser.ReadAsync($"/city/{story.Slug}"), StringComparison.Ordinal);

        var today = DateOnly.FromDateTime(paper.Clock.GetUtcNow().UtcDateTime);
        (string, string)[] Fields(string link, DateOnly until) =>
            [("Edition", $"{paper.Edition.Id}"), ("Name", "Quay <Bakery>"), ("Line", "Bread at five"), ("Label", "SponsoredBy"), ("Place", "Article"), ("Link", link), ("From", $"{today:yyyy-MM-dd}"), ("Until", $"{until:yyyy-MM-dd}")];
        await desk.ReadAsync("/newsroom/sponsors/new");
        Assert.Equal(422, (int)(await desk.SubmitAsync("/newsroom/sponsors", Fields("javascript:alert(1)", today))).StatusCode);
        Assert.Equal(302, (int)(await desk.SubmitAsync("/newsroom/sponsors", Fields("https://bakery.example/bread", today.AddDays(3)))).StatusCode);
        var taken = await desk.SubmitAsync("/newsroom/sponsors", Fields("https://other.example/", today.AddDays(9)));
        Assert.Equal(422, (int)taken.StatusCode);
        Assert.Contains("has this place from", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var page = await browser.ReadAsync($"/city/{story.Slug}");
        var sponsor = await paper.AskAsync(newspaper => newspaper.Sponsorships.SingleAsync());
        foreach (var said in new[] { "Quay &lt;Bakery&gt;", "Sponsored by", "Bread at five", $"href=\"/sponsor/{sponsor.PublicId}\" rel=\"sponsored nofollow noopener\"" }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("bakery.example", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Quay", await browser.ReadAsync($"/city/{grave.Slug}"), StringComparison.Ordinal);

        async Task<string> FollowAsync(string userAgent, HttpMethod? method = null)
        {
            using var request = new HttpRequestMessage(method ?? HttpMethod.Get, $"/sponsor/{sponsor.PublicId}");
            request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
            using var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = paper.Client.BaseAddress };
            using var answer = await plain.SendAsync(request);
            Assert.Equal(302, (int)answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            return answer.Headers.Location!.ToString();
        }
        Assert.Equal("https://bakery.example/bread", await FollowAsync(Browser));
        await FollowAsync(Browser);
        await FollowAsync("Googlebot/2.1 (+http://www.google.com/bot.html)");
        await FollowAsync(Browser + " Other", HttpMethod.Head);
        await FollowAsync(Browser + " Other");
        Assert.Equal(2, await paper.AskAsync(newspaper => newspaper.SponsorClicks.SumAsync(row => row.Clicks)));
        Assert.Equal(404, (int)(await browser.GetAsync($"/sponsor/{Guid.CreateVersion7()}")).StatusCode);
        Assert.Contains("<td class=\"number\">2</td>", await desk.ReadAsync("/newsroom/sponsors"), StringComparison.Ordinal);

        // Its last day is over: the page says so by itself.
        paper.Clock.Advance(TimeSpan.FromDays(4));
        Assert.DoesNotContain("Quay", await browser.ReadAsync($"/city/{story.Slug}"), StringComparison.Ordinal);
        Assert.Equal("https://bakery.example/bread", await FollowAsync(Browser));
    }

    [Fact]
    public async Task A_newsletter_names_its_sponsor_but_not_beside_what_is_sensitive()
    {
        await using var paper = await Newsroom.OpenAsync(settings: machine => machine with { Paper = new() { Address = Readers.ReaderBrowser.Paper } });
        var story = await paper.PublishAsync(await paper.DraftAsync("Harbour wall falls"));
        var grave = await paper.PublishAsync(await paper.DraftAsync("Three lost at sea", content => content with { IsSensitive = true }));
        var today = DateOnly.FromDateTime(paper.Clock.GetUtcNow().UtcDateTime);
        var sponsor = new Sponsorship(paper.Edition.Id, SponsorPlace.Newsletter);
        sponsor.Change(SponsorPlace.Newsletter, "Quay Bakery", "Bread at five", SponsorLabel.Advertisement, "https://bakery.example/", null, today, today.AddDays(30), false);
        await paper.ChangeAsync(newspaper => newspaper.Sponsorships.Add(sponsor));

        var mail = await MailAsync(paper, story.Id);
        Assert.Contains("Advertisement", mail.Html("x"), StringComparison.Ordinal);
        Assert.Contains($"https://post.example/sponsor/{sponsor.PublicId}", mail.Text("x"), StringComparison.Ordinal);
        Assert.DoesNotContain("Quay Bakery", (await MailAsync(paper, story.Id, grave.Id)).Html("x"), StringComparison.Ordinal);
    }

    private static async Task<IssueMail> MailAsync(Newsroom paper, params long[] stories)
    {
        await using var scope = paper.App.Services.CreateAsyncScope();
        var newsletter = new Newsletter(paper.Edition.Id, "The Tide", "tide", 0);
        return await scope.ServiceProvider.GetRequiredService<IssueMails>().OfAsync(Issue.Automatic(1, stories, paper.Clock.GetUtcNow()), newsletter, paper.Edition, default);
    }
}
