using Broadsheet.Articles;
using Broadsheet.Newsletters.Schedule;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Storage;

namespace Broadsheet.Tests.Newsletters;

/// <summary>What was sent, on the web.</summary>
public sealed class ArchiveTests
{
    [Theory, OnBoth]
    public async Task A_sent_issue_stands_on_the_web_linked_from_its_mail_and_its_newsletter_without_what_was_taken_back(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on);
        var tide = await newsroom.NewsletterAsync();
        await newsroom.SubscribeAsync(tide, "dana");
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var ferry = await newsroom.PublishAsync(await newsroom.DraftAsync("Ferry is late"));
        Assert.Contains("None yet.", await newsroom.Client.GetStringAsync("/newsletters/tide"));
        newsroom.GoTo("06:00");
        await newsroom.ScheduleAsync(tide, Rhythm.Daily, "07:00");
        newsroom.GoTo("06:30");
        await newsroom.SendIssuesAsync();
        var issue = (await newsroom.IssuesAsync()).Single();
        var path = $"/newsletters/tide/{issue.PublicId:N}";
        Assert.Equal(404, (int)(await newsroom.Client.GetAsync(path)).StatusCode);

        newsroom.GoTo("07:00");
        await newsroom.SendIssuesAsync();
        var mail = Assert.Single(await postbox.BulkAsync());
        Assert.Contains($"https://post.example{path}", mail.TextBody);
        Assert.Contains($"href=\"https://post.example{path}\"", mail.HtmlBody);
        Assert.Contains(path, await newsroom.Client.GetStringAsync("/newsletters/tide"));
        Assert.Contains("href=\"/newsletters/tide\"", await newsroom.Client.GetStringAsync("/newsletters"));
        var page = await newsroom.Client.GetAsync(path);
        Assert.Contains("public", page.Headers.CacheControl!.ToString());
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("Ferry is late", html);
        Assert.Contains("Harbour wall falls", html);

        await newsroom.ActAsync(ferry, (publication, found) => publication.WithdrawAsync(found, new(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));
        await newsroom.RunJobsAsync();
        Assert.DoesNotContain("Ferry is late", await newsroom.Client.GetStringAsync(path));
        Assert.DoesNotContain("Ferry is late", await newsroom.Client.GetStringAsync("/newsletters/tide"));
        Assert.Equal(404, (int)(await newsroom.Client.GetAsync($"/newsletters/other/{issue.PublicId:N}")).StatusCode);
    }
}
