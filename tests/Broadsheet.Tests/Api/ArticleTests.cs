using Broadsheet.Accounts;
using Broadsheet.Articles;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Api;

public sealed class ArticleTests
{
    private static readonly object Body = new
    {
        type = "doc",
        attrs = new { schema = 1 },
        content = new object[] { new { type = "paragraph", content = new object[] { new { type = "text", text = "The wall fell at noon." } } } },
    };

    [Fact]
    public async Task A_wire_makes_changes_and_publishes_an_article()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);

        var made = (await wire.PostAsync("/articles", new { headline = "Harbour wall falls", section = "city", body = Body, bylines = new[] { new { name = "With agencies" } } })).Expect(201);
        Assert.Equal("draft", made.Text("state"));
        var changed = (await wire.PatchAsync($"/articles/{made.Id}", new { revision = made.Revision, standfirst = "Council votes" })).Expect(200);
        Assert.Equal("Harbour wall falls", changed.Text("content.headline"));
        var published = (await wire.PostAsync($"/articles/{made.Id}/publication", new { revision = changed.Revision })).Expect(200);

        Assert.Equal("published", published.Text("state"));
        Assert.Equal("/city/harbour-wall-falls", published.Text("url"));
        var row = await newsroom.AskAsync(newspaper => newspaper.Articles.Published(newsroom.Clock.GetUtcNow()).SingleAsync());
        Assert.Equal(("Harbour wall falls", "Council votes", "With agencies", 5), (row.Headline, row.Standfirst, row.Bylines[0].Name, row.Words));
        Assert.True(row.CreatedBy < 0, "a token signs as a negative number");
    }

    [Fact]
    public async Task What_an_answer_gives_can_be_sent_back_as_it_came()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        string[] withheld = ["mail"];
        var first = (await wire.PostAsync("/articles", new
        {
            headline = "Harbour wall falls",
            section = "city",
            body = Body,
            kind = "obituary",
            isSensitive = true,
            slug = "wall",
            bylines = new[] { new { name = "Mara Lind", role = "translated by" } },
            source = new { kind = "agency", itemId = "x-1", credit = "CNA", withheld, rightsEnd = "2027-01-01T00:00:00+02:00" },
        })).Expect(201);

        var again = (await wire.PostAsync("/articles", first["content"]!)).Expect(201);

        Assert.Equal(first.Text("content"), again.Text("content"));
        Assert.Equal("2026-12-31T22:00:00+00:00", again.Text("content.source.rightsEnd"));
    }

    [Fact]
    public async Task A_stale_revision_gets_the_article_as_it_stands_and_changes_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        var made = (await wire.PostAsync("/articles", new { headline = "First", section = "city" })).Expect(201);
        (await wire.PatchAsync($"/articles/{made.Id}", new { revision = made.Revision, headline = "Second" })).Expect(200);

        foreach (var answer in new[]
        {
            await wire.PatchAsync($"/articles/{made.Id}", new { revision = made.Revision, headline = "Third" }),
            await wire.PostAsync($"/articles/{made.Id}/publication", new { revision = made.Revision }),
        })
        {
            answer.ExpectProblem(409, "stale-revision");
            Assert.Equal("Second", answer.Text("article.content.headline"));
            Assert.Equal(made.Revision + 1, answer["article.revision"]!.Value.GetInt64());
        }
        Assert.Equal("Second", (await wire.GetAsync($"/articles/{made.Id}")).Text("content.headline"));
        Assert.Equal("draft", (await wire.GetAsync($"/articles/{made.Id}")).Text("state"));
    }

    [Fact]
    public async Task Absent_members_stay_and_null_empties()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);
        var made = (await wire.PostAsync("/articles", new { headline = "H", standfirst = "S", dateline = "HARBOUR", body = Body, section = "city" })).Expect(201);

        var changed = (await wire.PatchAsync($"/articles/{made.Id}", new { revision = made.Revision, standfirst = (string?)null, section = (string?)null })).Expect(200);

        Assert.Equal(("H", "", "HARBOUR", null), (changed.Text("content.headline"), changed.Text("content.standfirst"), changed.Text("content.dateline"), changed.Text("content.section")));
        Assert.Equal(made.Text("content.body"), changed.Text("content.body"));
    }

    [Fact]
    public async Task A_reporters_token_writes_its_own_and_publishes_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await Wire.OfAsync(newsroom, Role.Editor);
        using var reporter = await Wire.OfAsync(newsroom, Role.Reporter);
        var foreign = (await editor.PostAsync("/articles", new { headline = "Not hers" })).Expect(201);
        var own = (await reporter.PostAsync("/articles", new { headline = "Hers", section = "city" })).Expect(201);

        (await reporter.PatchAsync($"/articles/{own.Id}", new { revision = own.Revision, headline = "Hers still" })).Expect(200);
        (await reporter.PostAsync($"/articles/{own.Id}/publication", new { revision = own.Revision + 1 })).ExpectProblem(403, "forbidden");
        (await reporter.GetAsync($"/articles/{foreign.Id}")).ExpectProblem(403, "forbidden");
        (await reporter.PatchAsync($"/articles/{foreign.Id}", new { revision = foreign.Revision, headline = "Stolen" })).ExpectProblem(403, "forbidden");

        Assert.Equal("Not hers", (await editor.GetAsync($"/articles/{foreign.Id}")).Text("content.headline"));
        Assert.Equal("draft", (await editor.GetAsync($"/articles/{own.Id}")).Text("state"));
    }

    [Fact]
    public async Task A_body_of_html_is_read_into_the_document_and_what_did_not_fit_is_told()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var wire = await Wire.OfAsync(newsroom, Role.Editor);

        var made = (await wire.PostAsync("/articles", new { headline = "H", bodyHtml = "<h2>Wall</h2><p>It <b>fell</b>.<script>alert(1)</script></p>" })).Expect(201);

        Assert.Equal(("heading", "paragraph"), (made.Text("content.body.content.0.type"), made.Text("content.body.content.1.type")));
        Assert.Equal(("fell", "bold"), (made.Text("content.body.content.1.content.1.text"), made.Text("content.body.content.1.content.1.marks.0.type")));
        Assert.Equal("script", made.Text("notes.0.kind"));
        Assert.Contains("alert(1)", made.Text("notes"));
    }
}
