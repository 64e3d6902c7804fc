using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Articles.Keys;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Articles;

/// <summary>Where a section demands two keys: no road leads round them, and none stands in the way of a correction.</summary>
public sealed class TwoKeyTests : IAsyncLifetime
{
    private Newsroom newsroom = null!;

    public async ValueTask InitializeAsync()
    {
        newsroom = await Newsroom.OpenAsync();
        await newsroom.DemandTwoKeysAsync();
    }

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task A_key_belongs_to_one_text_and_the_second_hand_publishes()
    {
        var writer = await newsroom.HireAsync(Role.Reporter);
        using var reporter = await newsroom.AsAsync(writer);
        var first = await newsroom.HireAsync(Role.Editor);
        using var editor = await newsroom.AsAsync(first);
        using var second = await newsroom.AsAsync(Role.Editor);
        var story = await newsroom.DraftAsync("Harbour wall falls", by: writer.Id);
        var path = $"/newsroom/articles/{story.Id}";

        // No road leads round the second key: not the button, not the schedule, not the API.
        Assert.Contains("nobody else stands behind", await RefusedAsync(editor, $"{path}/publication"));
        Assert.Contains("nobody else stands behind", await RefusedAsync(editor, $"{path}/schedule", ("at", "2100-01-01T06:00")));
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        Assert.Equal(409, (await wire.PostAsync($"/articles/{story.PublicId}/publication", new { revision = await RevisionAsync() })).Status);

        Assert.Equal(302, await ActAsync(reporter, $"{path}/keys"));
        await ChangeAsync("Harbour wall falls in a storm");
        Assert.Contains("nobody else stands behind", await RefusedAsync(editor, $"{path}/publication"));
        var page = await reporter.ReadAsync(path);
        Assert.Contains("cancelled by a change", page);
        Assert.Contains("<del>Harbour wall falls</del>", page);
        Assert.Contains("<ins>Harbour wall falls in a storm</ins>", page);

        Assert.Equal(302, await ActAsync(reporter, $"{path}/keys"));
        Assert.Equal(302, await ActAsync(editor, $"{path}/publication"));
        Assert.True((await newsroom.ReloadAsync(story)).IsPublished);

        // What is out is corrected with one hand; somebody else reads that afterwards.
        await ChangeAsync("Harbour wall falls in a gale");
        // Past the question whether it needs a correction, which is asked on the way (Corrections/Asking).
        await newsroom.ActAsync(story, (publication, found) => publication.PublishAsync(found, first.Id));
        Assert.DoesNotContain("went out with one key", await editor.ReadAsync("/newsroom/articles"));
        Assert.Contains("A story went out with one key", await second.ReadAsync("/newsroom/articles"));
        Assert.Equal(302, await ActAsync(second, $"/newsroom/read-after-publication/{(await LateAsync()).Id}"));
        Assert.DoesNotContain("went out with one key", await second.ReadAsync("/newsroom/articles"));

        Assert.Equal(302, await ActAsync(editor, $"{path}/withdrawal", ("Kind", "mistake"), ("Reason", "Not true")));

        async Task ChangeAsync(string headline) => await newsroom.AskAsync(async newspaper =>
        {
            var found = await newspaper.Articles.Include(row => row.Draft).SingleAsync(row => row.Id == story.Id);
            found.SaveDraft(found.Draft.Content with { Headline = headline }, found.Draft.Revision, writer.Id, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });

        async Task<long> RevisionAsync() => (await newsroom.ReloadAsync(story)).Draft.Revision;

        async Task<int> ActAsync(StaffBrowser browser, string to, params (string, string)[] fields) =>
            (int)(await browser.SubmitAsync(to, [("revision", $"{await RevisionAsync()}"), .. fields])).StatusCode;

        async Task<string> RefusedAsync(StaffBrowser browser, string to, params (string, string)[] fields)
        {
            var refused = await browser.SubmitAsync(to, [("revision", $"{await RevisionAsync()}"), .. fields]);
            Assert.Equal(409, (int)refused.StatusCode);
            return await refused.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task Nobody_publishes_her_own_and_the_duty_editor_goes_alone_for_a_reason()
    {
        var (writer, duty) = (await newsroom.HireAsync(Role.Editor), await newsroom.HireAsync(Role.Publisher));
        using var own = await newsroom.AsAsync(writer);
        using var other = await newsroom.AsAsync(Role.Editor);
        using var publisher = await newsroom.AsAsync(duty);
        var story = await newsroom.DraftAsync("Harbour wall falls", by: writer.Id);
        var path = $"/newsroom/articles/{story.Id}";
        var revision = ("revision", $"{story.Draft.Revision}");

        await other.SubmitAsync($"{path}/keys", revision);
        Assert.Contains("You wrote this story", await (await own.SubmitAsync($"{path}/publication", revision)).Content.ReadAsStringAsync());
        await other.SubmitAsync($"{path}/keys/removal", revision);

        Assert.Equal(403, (int)(await other.SubmitAsync($"{path}/publication/alone", revision, ("reason", "Breaking"))).StatusCode);
        await publisher.ReadAsync(path);
        Assert.Contains("Say why it cannot wait", await (await publisher.SubmitAsync($"{path}/publication/alone", revision)).Content.ReadAsStringAsync());
        Assert.Equal(302, (int)(await publisher.SubmitAsync($"{path}/publication/alone", revision, ("reason", "People are in danger"))).StatusCode);

        Assert.True((await newsroom.ReloadAsync(story)).IsPublished);
        var late = $"/newsroom/read-after-publication/{(await LateAsync()).Id}";
        Assert.Contains("People are in danger", await other.ReadAsync("/newsroom/read-after-publication"));
        foreach (var herself in new[] { publisher, own })
        {
            await herself.ReadAsync("/newsroom/read-after-publication");
            Assert.Equal(409, (int)(await herself.SubmitAsync(late)).StatusCode);
        }
        Assert.Equal(302, (int)(await other.SubmitAsync(late)).StatusCode);
        Assert.NotNull((await LateAsync()).ReadAt);
    }

    [Fact]
    public async Task A_schedule_asks_again_at_its_time()
    {
        var (writer, editor) = (await newsroom.HireAsync(Role.Reporter), await newsroom.HireAsync(Role.Editor));
        var story = await newsroom.DraftAsync("Harbour wall falls", by: writer.Id);
        await newsroom.ActAsync(story, (publication, found) => publication.GiveKeyAsync(found, writer.Id));
        await newsroom.ActAsync(story, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow().AddDays(400), editor.Id));
        await Assert.ThrowsAsync<ArticleException>(() => newsroom.ActAsync(story, (publication, found) => publication.TakeKeyAsync(found, writer.Id)));

        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.ArticleKeys.Where(key => key.By == writer.Id).ExecuteDeleteAsync()));
        await Assert.ThrowsAsync<ArticleException>(() => newsroom.ActAsync(story, (publication, found) => publication.PublishScheduledAsync(found)));
        Assert.False((await newsroom.ReloadAsync(story)).IsPublished);
    }

    private Task<LateReading> LateAsync() => newsroom.AskAsync(newspaper => newspaper.LateReadings.SingleAsync());
}
