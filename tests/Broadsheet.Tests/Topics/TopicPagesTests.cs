using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Topics;

public sealed class TopicPagesTests
{
    [Theory, OnBoth]
    public async Task A_topic_is_renamed_with_its_old_address_leading_on_and_then_removed_from_its_stories(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        await editor.SubmitAsync("/newsroom/topics", ("Edition", $"{newsroom.Edition.Id}"), ("Name", "Harbour"), ("Slug", ""));
        var topic = await newsroom.AskAsync(newspaper => newspaper.Topics.SingleAsync());
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Wall falls", content => content with { Topics = [topic.PublicId] }));
        Assert.Contains("1 story", await editor.ReadAsync("/newsroom/topics?q=harb"));

        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(editor, topic, 1, "Port", "port")).StatusCode);
        Assert.Equal("/topic/port", (await newsroom.Client.GetAsync("/topic/harbour")).Headers.Location!.OriginalString);
        Assert.Contains("/topic/port", await newsroom.Client.GetStringAsync($"/city/{article.Slug}"));

        await editor.SubmitAsync($"/newsroom/topics/{topic.Id}/removal");
        Assert.DoesNotContain("/topic/port", await newsroom.Client.GetStringAsync($"/city/{article.Slug}"));
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/topic/port")).StatusCode);
        // The version still names it; the story can be published again all the same.
        await newsroom.PublishAsync(article);
    }

    [Theory, OnBoth]
    public async Task A_stale_save_and_a_taken_slug_are_refused_and_what_was_typed_is_kept(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(new Topic(newsroom.Edition.Id, "Harbour", "harbour"), new Topic(newsroom.Edition.Id, "Tides", "tides")));
        var topic = await newsroom.AskAsync(newspaper => newspaper.Topics.SingleAsync(row => row.Slug == "harbour"));
        using var editor = await newsroom.AsAsync(Role.Editor);

        var taken = await SaveAsync(editor, topic, 1, "Kept words", "tides");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("Kept words", await taken.Content.ReadAsStringAsync());

        await SaveAsync(editor, topic, 1, "Hers", "harbour");
        var late = await SaveAsync(editor, topic, 1, "His", "harbour");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync();
        Assert.Contains("Hers", html);
        Assert.Contains("His", html);
        Assert.Equal("Hers", (await newsroom.AskAsync(newspaper => newspaper.Topics.SingleAsync(row => row.Slug == "harbour"))).Name);
    }

    [Fact]
    public async Task A_reporter_changes_no_topic()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.Add(new Topic(newsroom.Edition.Id, "Harbour", "harbour")));
        var topic = await newsroom.AskAsync(newspaper => newspaper.Topics.SingleAsync());
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        Assert.Equal(HttpStatusCode.Forbidden, (await SaveAsync(reporter, topic, 1, "Mine", "mine")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync($"/newsroom/topics/{topic.Id}/removal")).StatusCode);
    }

    private static Task<HttpResponseMessage> SaveAsync(StaffBrowser browser, Topic topic, long revision, string name, string slug) =>
        browser.SubmitAsync($"/newsroom/topics/{topic.Id}", ("Name", name), ("Slug", slug), ("Description", ""), ("Revision", $"{revision}"));
}
