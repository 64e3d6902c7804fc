using Broadsheet.Accounts;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Readers;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Newsletters;

/// <summary>A story that cannot wait for the next issue: an issue of its own, sent as any other.</summary>
public sealed class AlertTests
{
    [Theory, OnBoth]
    public async Task A_story_becomes_an_issue_of_its_own_once_and_goes_out_by_the_one_way_there_is(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on);
        var tide = await newsroom.NewsletterAsync();
        await newsroom.SubscribeAsync(tide, "dana");
        await newsroom.PublishAsync(await newsroom.DraftAsync("Ferry is late"));
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall <falls>"));
        using var noor = await newsroom.AsAsync(Role.Publisher);
        var path = $"/newsroom/articles/{wall.Id}/alert";
        Assert.Contains(path, await noor.ReadAsync($"/newsroom/articles/{wall.Id}"));
        var page = await noor.ReadAsync(path);
        Assert.Contains("value=\"Harbour wall &lt;falls&gt;\"", page);
        (string, string)[] form = [("Id", ReaderBrowser.Hidden(page, "Id")), ("Newsletter", $"{tide.Id}"), ("Line", "Keep away\r\nfrom the quay.")];

        var (status, text) = await noor.SubmitAsync(path, [.. form, ("Subject", " ")]).TellAsync();
        Assert.Equal(422, status);
        Assert.Contains("Keep away from the quay.", text);
        Assert.Equal(422, (int)(await noor.SubmitAsync(path, [form[0], ("Newsletter", "99"), ("Subject", "Wall falls")])).StatusCode);
        for (var click = 0; click < 2; click++) Assert.Equal(302, (int)(await noor.SubmitAsync(path, [.. form, ("Subject", "Wall falls")])).StatusCode);

        var issue = Assert.Single(await newsroom.IssuesAsync());
        Assert.Equal((IssueState.Draft, false, "Wall falls", "Keep away from the quay."), (issue.State, issue.IsAutomatic, issue.Subject, issue.Intro));
        Assert.Equal([wall.Id], issue.Stories);
        await newsroom.SendIssuesAsync();
        Assert.Empty(await postbox.BulkAsync());
        for (var click = 0; click < 2; click++) Assert.Equal(302, (int)(await noor.SubmitAsync($"/newsroom/issues/{issue.Id}/sending", ("Act", "now"), ("Revision", $"{issue.Revision}"))).StatusCode);
        await newsroom.SendIssuesAsync();
        var mail = Assert.Single(await postbox.BulkAsync());
        Assert.Equal("Wall falls", mail.Subject);
        Assert.Contains("Keep away from the quay.", mail.TextBody);
        Assert.DoesNotContain("Ferry is late", mail.TextBody);
        // Sent again with the form from before, it is the same issue still.
        Assert.Equal($"/newsroom/issues/{issue.Id}", (await noor.SubmitAsync(path, [.. form, ("Subject", "Wall falls")])).Headers.Location!.ToString());
    }

    [Fact]
    public async Task It_is_offered_for_what_readers_see_to_those_who_run_newsletters()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox);
        var draft = await newsroom.DraftAsync("Not out yet");
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var noor = await newsroom.AsAsync(Role.Publisher);
        using var writer = await newsroom.AsAsync(Role.Reporter);

        Assert.Equal(404, (int)(await noor.GetAsync($"/newsroom/articles/{draft.Id}/alert")).StatusCode);
        Assert.DoesNotContain("/alert", await noor.ReadAsync($"/newsroom/articles/{draft.Id}"));
        Assert.Contains("has no newsletter yet", await noor.ReadAsync($"/newsroom/articles/{wall.Id}/alert"));
        Assert.Equal(403, (int)(await writer.GetAsync($"/newsroom/articles/{wall.Id}/alert")).StatusCode);
    }
}
