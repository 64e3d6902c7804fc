using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Storage.Outbox;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Api;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Articles;

/// <summary>Drafts that were never published are deleted, by their writers and by programs; nothing else is.</summary>
public sealed class DeletionTests
{
    [Theory, OnBoth]
    public async Task A_draft_goes_with_its_versions_after_a_page_that_asks(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Never mind");
        await editor.SubmitAsync(Path(article, "/schedule"), ("revision", "2"), ("at", "2031-07-01T06:00"));
        await editor.SubmitAsync(Path(article, "/schedule/removal"), ("revision", "2"));

        Assert.Contains($"href=\"{Path(article, "/removal")}\"", await editor.ReadAsync(Path(article)));
        Assert.Contains("5 words", await editor.ReadAsync(Path(article, "/removal")));
        var answer = await editor.SubmitAsync(Path(article, "/removal"), ("revision", "2"));

        Assert.Equal("/newsroom/articles", answer.Headers.Location!.OriginalString);
        Assert.Equal((0, 0, 0), await newsroom.AskAsync(async newspaper =>
            (await newspaper.Articles.CountAsync(), await newspaper.ArticleVersions.CountAsync(), await newspaper.Set<Job>().CountAsync(job => job.Kind == nameof(ScheduledPublication)))));
        var entry = await newsroom.AskAsync(newspaper => newspaper.AuditEntries.SingleAsync(row => row.Act == "draft-deleted"));
        Assert.Equal("Never mind", entry.Reason);
    }

    [Theory, OnBoth]
    public async Task What_was_published_or_is_scheduled_stays_and_says_what_to_do(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var published = await newsroom.PublishAsync(await newsroom.DraftAsync("Out"));
        var scheduled = await newsroom.DraftAsync("Soon");
        await editor.SubmitAsync(Path(scheduled, "/schedule"), ("revision", "2"), ("at", "2031-07-01T06:00"));

        Assert.Contains("Withdraw it", await RefusedAsync(editor, published));
        Assert.Contains("Take it off the schedule", await RefusedAsync(editor, scheduled));
        Assert.Equal(HttpStatusCode.Conflict, (await editor.GetAsync(Path(published, "/removal"))).StatusCode);
        Assert.DoesNotContain("/removal\">Delete", await editor.ReadAsync(Path(published)));
        Assert.Equal(2, await newsroom.AskAsync(newspaper => newspaper.Articles.CountAsync()));
        Assert.Empty(await newsroom.AskAsync(newspaper => newspaper.AuditEntries.Where(row => row.Act == "draft-deleted").ToListAsync()));
    }

    [Fact]
    public async Task A_text_that_moved_on_is_not_deleted_unread_nor_another_reporters()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var article = await newsroom.DraftAsync("Mine");

        var stale = await editor.SubmitAsync(Path(article, "/removal"), ("revision", "1"));

        Assert.Contains("The text was changed since you opened it.", await stale.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync(Path(article, "/removal"), ("revision", "2"))).StatusCode);
        Assert.NotNull(await newsroom.ReloadAsync(article));
    }

    [Theory, OnBoth]
    public async Task The_api_deletes_with_the_revision_that_was_read(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        var made = (await wire.PostAsync("/articles", new { headline = "H", section = "city" })).Expect(201);
        var published = await newsroom.PublishAsync(await newsroom.DraftAsync("Out"));
        var path = $"/articles/{made.Id}";

        (await wire.SendAsync(HttpMethod.Delete, path, null)).ExpectProblem(400, "malformed");
        (await wire.SendAsync(HttpMethod.Delete, $"{path}?revision={made.Revision - 1}", null)).ExpectProblem(409, "stale-revision");
        (await wire.SendAsync(HttpMethod.Delete, $"/articles/{published.PublicId}?revision=2", null)).ExpectProblem(409, "refused");
        Assert.Equal(204, (await wire.SendAsync(HttpMethod.Delete, $"{path}?revision={made.Revision}", null)).Status);
        (await wire.SendAsync(HttpMethod.Delete, $"{path}?revision={made.Revision}", null)).ExpectProblem(404, "not-found");
    }

    private static async Task<string> RefusedAsync(StaffBrowser editor, Article article)
    {
        var answer = await editor.SubmitAsync(Path(article, "/removal"), ("revision", "2"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Path(Article article, string act = "") => $"/newsroom/articles/{article.Id}{act}";
}
