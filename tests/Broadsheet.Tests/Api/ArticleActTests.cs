using Broadsheet.Accounts;

namespace Broadsheet.Tests.Api;

public sealed class ArticleActTests
{
    [Fact]
    public async Task An_article_is_scheduled_taken_back_published_and_withdrawn()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        var made = (await wire.PostAsync("/articles", new { headline = "H", section = "city" })).Expect(201);
        var (path, revision) = ($"/articles/{made.Id}", made.Revision);

        var scheduled = (await wire.PostAsync($"{path}/schedule", new { revision, at = newsroom.Clock.GetUtcNow().AddHours(8) })).Expect(200);
        Assert.Equal("scheduled", scheduled.Text("state"));
        (await wire.PostAsync($"{path}/schedule", new { revision, at = newsroom.Clock.GetUtcNow().AddHours(-1) })).ExpectProblem(409, "refused");
        Assert.Equal("draft", (await wire.PostAsync($"{path}/schedule/removal", new { revision })).Expect(200).Text("state"));
        (await wire.PostAsync($"{path}/publication", new { revision })).Expect(200);
        (await wire.PostAsync($"{path}/withdrawal", new { revision, kind = "retraction", reason = "Not true" })).ExpectProblem(409, "refused");
        (await wire.PostAsync($"{path}/withdrawal", new { revision, kind = "legal", reason = "Court order" })).ExpectProblem(403, "forbidden");
        Assert.Equal("published", (await wire.GetAsync(path)).Text("state"));

        var withdrawn = (await wire.PostAsync($"{path}/withdrawal", new { revision, kind = "mistake", reason = "Sent too early" })).Expect(200);

        Assert.Equal(("withdrawn", "Sent too early"), (withdrawn.Text("state"), withdrawn.Text("withdrawal.reason")));
    }

    [Fact]
    public async Task A_first_publication_is_taken_back_while_nobody_outside_knows()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        var made = (await wire.PostAsync("/articles", new { headline = "Too early", section = "city" })).Expect(201);
        var (path, revision) = ($"/articles/{made.Id}", made.Revision);
        (await wire.PostAsync($"{path}/take-back", new { revision })).ExpectProblem(409, "refused");
        (await wire.PostAsync($"{path}/publication", new { revision })).Expect(200);

        (await wire.PostAsync($"{path}/take-back", new { revision = revision + 1 })).ExpectProblem(409, "stale-revision");
        Assert.Equal("draft", (await wire.PostAsync($"{path}/take-back", new { revision })).Expect(200).Text("state"));
        Assert.Equal(404, (int)(await newsroom.Client.GetAsync("/city/too-early")).StatusCode);

        (await wire.PostAsync($"{path}/publication", new { revision })).Expect(200);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));
        (await wire.PostAsync($"{path}/take-back", new { revision })).ExpectProblem(409, "refused");
        Assert.Equal("published", (await wire.GetAsync(path)).Text("state"));
    }
}
