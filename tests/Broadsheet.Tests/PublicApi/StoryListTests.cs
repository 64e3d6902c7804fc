using System.Text.Json;
using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Editions;
using Broadsheet.Sections;
using Broadsheet.Tests.Storage;
using Broadsheet.Topics;

namespace Broadsheet.Tests.PublicApi;

/// <summary>The list of stories: filters, parts, fields, and what is refused.</summary>
public sealed class StoryListTests
{
    [Theory, OnBoth]
    public async Task Filters_narrow_each_other(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (topic, ida, sport) = (new Topic(newsroom.Edition.Id, "Harbour", "harbour"), new Contributor("Ida Holm", "ida-holm", ContributorKind.Person), new Section(newsroom.Edition.Id, "Sport", "sport", 1));
        var hebrew = new Edition("he", "הנמל", "he", "Asia/Jerusalem", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(topic, ida, sport, hebrew));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Plain"));
        newsroom.Clock.Advance(TimeSpan.FromDays(2));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Hers", content => content with { Bylines = [new Byline(ida.PublicId)] }));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Hers on the harbour", content => content with { Bylines = [new Byline(ida.PublicId)], Topics = [topic.PublicId], Section = sport.PublicId, AlsoIn = [newsroom.City.PublicId] }));
        var day = newsroom.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(["Hers on the harbour", "Hers", "Plain"], await newsroom.HeadlinesAsync("/stories"));
        Assert.Equal(["Hers on the harbour"], await newsroom.HeadlinesAsync("/stories?section=sport"));
        Assert.Equal(["Hers on the harbour", "Hers", "Plain"], await newsroom.HeadlinesAsync($"/stories?section={newsroom.City.PublicId}"));
        Assert.Equal(["Hers on the harbour"], await newsroom.HeadlinesAsync($"/stories?topic={topic.PublicId}&contributor=ida-holm"));
        Assert.Equal(["Hers on the harbour"], await newsroom.HeadlinesAsync("/stories?contributor=ida-holm&section=sport&topic=harbour"));
        Assert.Equal(["Hers on the harbour", "Hers"], await newsroom.HeadlinesAsync($"/stories?contributor={ida.PublicId}"));
        Assert.Equal(["Hers on the harbour", "Hers"], await newsroom.HeadlinesAsync($"/stories?since={day}"));
        Assert.Equal(["Plain"], await newsroom.HeadlinesAsync($"/stories?until={day}T00:00:00Z"));
        Assert.Equal(["Hers on the harbour", "Hers", "Plain"], await newsroom.HeadlinesAsync("/stories?language=en"));
        Assert.Empty(await newsroom.HeadlinesAsync("/stories?language=he"));
        Assert.Empty(await newsroom.HeadlinesAsync("/stories?edition=he"));
        Assert.Empty(await newsroom.HeadlinesAsync($"/stories?edition={newsroom.Edition.PublicId}&language=he"));
    }

    [Theory, OnBoth]
    public async Task Parts_follow_each_other_whatever_is_published_meanwhile(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        // Two at a time have one moment.
        for (var number = 1; number <= 7; number++)
        {
            await newsroom.PublishAsync(await newsroom.DraftAsync($"Story {number}"));
            if (number % 2 == 0) newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var (seen, next, parts) = (new List<string>(), (string?)"/stories?limit=2&fields=headline", 0);
        while (next is not null)
        {
            using var answer = await newsroom.Client.GetAsync(Reader.Root + next);
            var part = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            seen.AddRange(Reader.Headlines(part));
            next = part.TryGetProperty("next", out var address) ? address.GetString()![Reader.Root.Length..] : null;
            Assert.Equal(next is null ? [] : [$"<{Reader.Root}{next}>; rel=\"next\""], answer.Headers.TryGetValues("Link", out var links) ? links.Where(link => link.Contains("rel=\"next\"", StringComparison.Ordinal)) : []);
            await newsroom.PublishAsync(await newsroom.DraftAsync($"Later {++parts}"));
        }

        Assert.Equal(["Story 7", "Story 6", "Story 5", "Story 4", "Story 3", "Story 2", "Story 1"], seen);
        Assert.Equal(4, parts);
    }

    [Fact]
    public async Task Only_the_fields_that_are_asked_for_are_given()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));

        var listed = (await newsroom.ReadAsync("/stories?fields=url,headline")).GetProperty("items")[0];
        var whole = await newsroom.ReadAsync($"/stories/{story.PublicId}?fields=bodyHtml");

        Assert.Equal(["id", "url", "headline"], listed.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["id", "bodyHtml"], whole.EnumerateObject().Select(member => member.Name));
        Assert.Contains("The wall fell at noon.", whole.GetProperty("bodyHtml").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/stories?section=nowhere", 404, "not-found", "section", "nowhere")]
    [InlineData("/stories?topic=nothing", 404, "not-found", "topic", "nothing")]
    [InlineData("/stories?contributor=nobody", 404, "not-found", "contributor", "nobody")]
    [InlineData("/front-page?edition=xx", 404, "not-found", "edition", "xx")]
    [InlineData("/stories?secton=city", 400, "bad-query", "secton", "section")]
    [InlineData("/stories?Section=city", 400, "bad-query", "Section", "section")]
    [InlineData("/sections?limit=3", 400, "bad-query", "limit", "edition")]
    [InlineData("/stories?section=city&section=city", 400, "bad-query", "section", "once")]
    [InlineData("/stories?fields=headline,salary", 400, "bad-query", "fields", "salary")]
    [InlineData("/stories?fields=body", 400, "bad-query", "fields", "body")]
    [InlineData("/stories?limit=0", 400, "bad-query", "limit", "100")]
    [InlineData("/stories?limit=101", 400, "bad-query", "limit", "100")]
    [InlineData("/stories?limit=many", 400, "bad-query", "limit", "100")]
    [InlineData("/stories?since=yesterday", 400, "bad-query", "since", "yesterday")]
    [InlineData("/stories?language=klingonish", 400, "bad-query", "language", "klingonish")]
    [InlineData("/stories?after=1", 400, "bad-query", "after", "next")]
    [InlineData("/stories?after=OTk5OTk5OTk5OTk5OTk5OTk5OS4x", 400, "bad-query", "after", "next")]
    [InlineData("/stories?utm_source=x&limit=5", 400, "bad-query", "utm_source", "no parameter")]
    public async Task What_does_not_fit_is_refused_with_its_place(string path, int status, string kind, string place, string says)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var problem = await newsroom.RefusalAsync(path, status, kind);

        Assert.Equal(place, problem.GetProperty("problems")[0].GetProperty("path").GetString());
        Assert.Contains(says, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/stories/0199aaaa-0000-7000-8000-000000000000")]
    [InlineData("/stories/not-an-id")]
    [InlineData("/pages/0199aaaa-0000-7000-8000-000000000000")]
    [InlineData("/nothing")]
    public async Task What_is_not_there_is_told_as_a_problem(string path)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RefusalAsync(path, 404, "not-found");
    }
}
