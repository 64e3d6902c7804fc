using System.Net;
using System.Net.Http.Headers;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Clicks;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Browser;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Popularity;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests.Newsletters;

/// <summary>What became of an issue: counted for all together, by a link that is the same in every mail.</summary>
public sealed class ClickTests
{
    [Theory, OnBoth]
    public async Task Clicks_count_by_issue_and_story_and_for_nobody_in_particular(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on);
        var tide = await newsroom.NewsletterAsync();
        var dana = await newsroom.SubscribeAsync(tide, "dana");
        foreach (var name in new[] { "ruth", "amos" }) await newsroom.SubscribeAsync(tide, name);
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var ferry = await newsroom.PublishAsync(await newsroom.DraftAsync("=Ferry is late"));
        var other = await newsroom.PublishAsync(await newsroom.DraftAsync("Gulls return"));
        var issue = await newsroom.StartAsync(tide, wall.Id, ferry.Id);
        await newsroom.Sender.SendDueAsync(default);

        var mails = await postbox.BulkAsync();
        Assert.Equal(3, mails.Count);
        Assert.All(mails, mail => Assert.All(new[] { mail.HtmlBody, mail.TextBody }, body => Assert.Contains($"/city/harbour-wall-falls#issue-{issue.Id}", body)));

        using var ada = newsroom.Reader(0);
        using var ben = newsroom.Reader(1);
        using var robot = newsroom.Reader(2, "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
        // Ada had read the one before; whoever opens it twice counts once; each story counts for itself.
        await ada.ReadAsync(wall);
        foreach (var reader in (HttpClient[])[ada, ada, ben, robot]) Assert.Equal(HttpStatusCode.NoContent, await ClickAsync(reader, wall, $"issue-{issue.Id}"));
        await ClickAsync(ben, ferry, $"issue-{issue.Id}");
        // What nobody was sent counts for nothing, whatever is said.
        foreach (var (story, said) in new[] { (other, $"issue-{issue.Id}"), (wall, "issue-999"), (wall, "issue--1"), (wall, "m=1") }) Assert.Equal(HttpStatusCode.NoContent, await ClickAsync(ben, story, said));
        Assert.Equal(HttpStatusCode.BadRequest, await ClickAsync(ben, wall, "issue-1 2"));

        // One leaves by the link in the mail; one whose mail came back is no one who left.
        var leave = newsroom.App.Services.GetRequiredService<LeavingLinks>().Of(dana, newsroom.Edition);
        await newsroom.Client.PostAsync(new Uri(leave).PathAndQuery, new FormUrlEncodedContent([]));
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Deliveries.Where(row => row.SubscriptionId == dana.Id + 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Bounced))));
        var next = await newsroom.StartAsync(tide, other.Id);
        await newsroom.Sender.SendDueAsync(default);

        Assert.Equal(2, await newsroom.ReadsAsync(wall));
        var figures = await FiguresAsync(newsroom, issue, next);
        Assert.Equal(new(2, 1, 1, 3), figures[issue.Id]);
        Assert.Equal(new(2, 0, 0, 0), figures[next.Id]);
        Assert.Equal(3, figures[issue.Id].Sent);

        using var noor = await newsroom.AsAsync(Role.Publisher);
        Assert.Contains($"/newsroom/newsletters/{tide.Id}/issues.csv", await noor.ReadAsync($"/newsroom/newsletters/{tide.Id}/issues"));
        Assert.Contains("Left after it", await noor.ReadAsync($"/newsroom/issues/{issue.Id}"));
        Assert.Contains($"\r\n{issue.Id},,2", await noor.ReadAsync($"/newsroom/newsletters/{tide.Id}/issues.csv"));
        Assert.Contains(",3,2,1,1,3\r\n", await noor.ReadAsync($"/newsroom/newsletters/{tide.Id}/issues.csv"));
        Assert.Contains($"{wall.Id},Harbour wall falls,2\r\n{ferry.Id},'=Ferry is late,1\r\n", await noor.ReadAsync($"/newsroom/issues/{issue.Id}/clicks.csv"));
    }

    [Fact]
    public async Task A_newsletter_that_does_not_count_has_plain_links_and_no_clicks()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox);
        var tide = await newsroom.NewsletterAsync();
        await newsroom.SubscribeAsync(tide, "dana");
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var noor = await newsroom.AsAsync(Role.Publisher);
        Assert.Contains("name=\"CountsClicks\" value=\"true\" checked", await noor.ReadAsync($"/newsroom/newsletters/{tide.Id}"));
        Assert.Equal(302, (int)(await noor.SubmitAsync($"/newsroom/newsletters/{tide.Id}", ("Revision", "1"), ("Name", "Tide"), ("Slug", "tide"), ("IsOpen", "true"), ("Position", "1"))).StatusCode);

        var issue = await newsroom.StartAsync(tide, wall.Id);
        await newsroom.Sender.SendDueAsync(default);
        var mail = Assert.Single(await postbox.BulkAsync());
        Assert.DoesNotContain("#issue", mail.HtmlBody + mail.TextBody);
        using var ada = newsroom.Reader(0);
        await ClickAsync(ada, wall, $"issue-{issue.Id}");
        Assert.Equal(0, (await FiguresAsync(newsroom, issue))[issue.Id].Clicks);
        Assert.Equal(1, await newsroom.ReadsAsync(wall));
        Assert.Contains("are not counted", await noor.ReadAsync($"/newsroom/newsletters/{tide.Id}/issues"));
    }

    [Fact]
    public async Task The_page_tells_of_the_issue_and_takes_it_out_of_the_address()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox);
        var tide = await newsroom.NewsletterAsync();
        await newsroom.SubscribeAsync(tide, "dana");
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var issue = await newsroom.StartAsync(tide, wall.Id);
        await newsroom.Sender.SendDueAsync(default);
        var link = System.Text.RegularExpressions.Regex.Match((await postbox.BulkAsync())[0].TextBody!, "https://post.example(/city/\\S+)").Groups[1].Value;
        await using var chromium = await Chromium.StartAsync();
        var context = await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(newsroom), UserAgent = Popularity.Readers.Firefox });
        var page = await context.NewPageAsync();

        var told = page.WaitForRequestAsync(request => request.Url.EndsWith("/reads", StringComparison.Ordinal));
        await page.GotoAsync(link);
        Assert.Equal($"{wall.PublicId} issue-{issue.Id}", (await told).PostData);
        Assert.EndsWith("/city/harbour-wall-falls", page.Url);

        for (var tries = 0; tries < 50 && (await FiguresAsync(newsroom, issue))[issue.Id].Clicks == 0; tries++) await Task.Delay(100);
        Assert.Equal(1, (await FiguresAsync(newsroom, issue))[issue.Id].Clicks);
    }

    private static async Task<HttpStatusCode> ClickAsync(HttpClient reader, Article article, string referral)
    {
        using var body = new StringContent($"{article.PublicId} {referral}", new MediaTypeHeaderValue("text/plain"));
        using var answer = await reader.PostAsync("/reads", body);
        return answer.StatusCode;
    }

    private static async Task<IReadOnlyDictionary<long, IssueFigures>> FiguresAsync(Newsroom newsroom, params long[] ids)
    {
        await newsroom.App.Services.GetServices<IHostedService>().OfType<ClickFlush>().Single().FlushAsync(default);
        return await newsroom.AskAsync(async newspaper => await newspaper.FiguresOfAsync(await newspaper.Issues.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(), default));
    }

    private static Task<IReadOnlyDictionary<long, IssueFigures>> FiguresAsync(Newsroom newsroom, params Issue[] issues) => FiguresAsync(newsroom, [.. issues.Select(row => row.Id)]);
}
