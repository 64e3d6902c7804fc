using System.Net;
using System.Text.Json;
using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Corrections;
using Broadsheet.Document;
using Broadsheet.Pictures;
using Broadsheet.Sections;
using Broadsheet.Tests.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.PublicApi;

/// <summary>One story: what is given of it, what of one that is not free, and of one that was taken back.</summary>
public sealed class WholeStoryTests
{
    private const string Canary = "canaryserinus";

    [Theory, OnBoth]
    public async Task A_story_comes_with_all_that_stands_on_its_page(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (topic, ida) = (new Topic(newsroom.Edition.Id, "Harbour", "harbour"), new Contributor("Ida Holm", "ida-holm", ContributorKind.Person) { Bio = "Ida Holm writes of the sea." });
        var hidden = new Contributor("Rami Nasser", "rami", ContributorKind.Person) { IsHidden = true };
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(topic, ida, hidden));
        var other = await newsroom.PublishAsync(await newsroom.DraftAsync("The other story"));
        var body = DraftDocument.Parse(JsonDocument.Parse($$$"""
            {"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"See ","marks":[]},{"type":"text","text":"the list","marks":[{"type":"link","attrs":{"href":"/latest"}}]}]},
            {"type":"relatedBox","attrs":{"articles":["{{{other.PublicId}}}"]}}]}
            """).RootElement);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Tear it down", content => content with
        {
            Kind = ArticleKind.Opinion,
            Standfirst = "And build it again",
            Dateline = "PORT CALDER",
            Body = body,
            Topics = [topic.PublicId],
            Bylines = [new Byline(ida.PublicId), new Byline(hidden.PublicId), new Byline(null, "Agencies", "with")],
            Related = [other.PublicId],
        }));

        var whole = await newsroom.ReadAsync($"/stories/{story.PublicId}");

        string Text(string name) => whole.GetProperty(name).GetString()!;
        var origin = Text("url")[..Text("url").IndexOf("/city", StringComparison.Ordinal)];
        Assert.Equal(["opinion", "Opinion", "And build it again", "PORT CALDER", "en"], [Text("kind"), Text("label"), Text("standfirst"), Text("dateline"), Text("language")]);
        Assert.Equal($"{origin}/city/tear-it-down", Text("url"));
        Assert.True(whole.GetProperty("isAccessibleForFree").GetBoolean());
        Assert.Contains($"href=\"{origin}/latest\"", Text("bodyHtml"), StringComparison.Ordinal);
        Assert.Contains($"href=\"{origin}/city/the-other-story\"", Text("bodyHtml"), StringComparison.Ordinal);
        Assert.Equal("relatedBox", whole.GetProperty("body").GetProperty("content")[1].GetProperty("type").GetString());
        Assert.Equal("doc", whole.GetProperty("body").GetProperty("type").GetString());
        var bylines = whole.GetProperty("bylines");
        Assert.Equal(["Ida Holm", "Agencies"], bylines.EnumerateArray().Select(byline => byline.GetProperty("name").GetString()));
        Assert.Equal(ida.PublicId, bylines[0].GetProperty("contributor").GetGuid());
        Assert.Equal("harbour", whole.GetProperty("topics")[0].GetProperty("slug").GetString());
        Assert.Equal("Ida Holm writes of the sea.", whole.GetProperty("authors")[0].GetProperty("bio").GetString());
        Assert.Equal("The other story", whole.GetProperty("related")[0].GetProperty("headline").GetString());
        Assert.DoesNotContain("Rami", whole.GetRawText() + (await newsroom.ReadAsync("/contributors")).GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>Promise 22.</summary>
    [Theory, OnBoth]
    public async Task Of_a_story_that_is_not_free_nobody_gets_more_than_its_beginning(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("The vault", content => content with
        {
            Body = DraftDocument.OfText($"The first words are for everybody.\n\nSo are these.\n\nBut the {Canary} sings for members."),
        }));
        await LetInAsync(newsroom, story, Access.Members);

        var whole = await newsroom.ReadAsync($"/stories/{story.PublicId}");
        Assert.False(whole.GetProperty("isAccessibleForFree").GetBoolean());
        Assert.Contains("The first words are for everybody.", whole.GetProperty("bodyHtml").GetString(), StringComparison.Ordinal);
        Assert.EndsWith($"/members/story/{story.PublicId}", whole.GetProperty("readOn").GetString(), StringComparison.Ordinal);
        foreach (var path in new[] { $"/stories/{story.PublicId}", $"/stories/{story.PublicId}?fields=body", $"/stories/{story.PublicId}/pictures", "/stories", "/front-page", "/popular", "" })
            Assert.DoesNotContain(Canary, (await newsroom.ReadAsync(path)).GetRawText(), StringComparison.Ordinal);
        foreach (var path in new[] { "/city/the-vault.ninjs.json", "/feed.ninjs.json", "/city/feed.ninjs.json" })
        {
            var text = await newsroom.Client.GetStringAsync(path);
            Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
            Assert.Contains("\"partial\"", text, StringComparison.Ordinal);
        }

        // The stored answer is old as soon as the gate opens.
        await LetInAsync(newsroom, story, Access.Open);
        Assert.Contains(Canary, (await newsroom.ReadAsync($"/stories/{story.PublicId}")).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(Canary, await newsroom.Client.GetStringAsync("/city/the-vault.ninjs.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WithdrawalKind.Mistake, false, 404, "not-found")]
    [InlineData(WithdrawalKind.Legal, false, 410, "gone")]
    [InlineData(WithdrawalKind.Legal, true, 451, "gone")]
    public async Task What_was_withdrawn_is_gone_at_once_as_its_page_is(WithdrawalKind kind, bool isByLegalDemand, int status, string problem)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Taken back"));
        string[] lists = ["/stories", "/front-page", "/stories?section=city"];
        foreach (var list in lists) Assert.Contains("Taken back", (await newsroom.ReadAsync(list)).GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Taken back", (await newsroom.ReadAsync($"/stories/{story.PublicId}")).GetRawText(), StringComparison.Ordinal);

        await newsroom.ActAsync(story, (publication, article) => publication.WithdrawAsync(article, new(kind, "Wrong", 0, newsroom.Clock.GetUtcNow(), kind == WithdrawalKind.Legal ? "By order of the court." : "", IsByLegalDemand: isByLegalDemand)));

        foreach (var list in lists) Assert.DoesNotContain("Taken back", (await newsroom.ReadAsync(list)).GetRawText(), StringComparison.Ordinal);
        foreach (var path in new[] { $"/stories/{story.PublicId}", $"/stories/{story.PublicId}/pictures" })
        {
            var told = await newsroom.RefusalAsync(path, status, problem);
            if (kind == WithdrawalKind.Legal) Assert.Equal("By order of the court.", told.GetProperty("detail").GetString());
        }
        Assert.Equal((HttpStatusCode)status, (await newsroom.Client.GetAsync($"/city/{story.Slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync($"/city/{story.Slug}.ninjs.json")).StatusCode);
        Assert.DoesNotContain("Taken back", await newsroom.Client.GetStringAsync("/feed.ninjs.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retraction_is_read_with_its_notice_and_stands_in_no_list()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("All wrong"));
        await newsroom.ActAsync(story, (publication, article) => publication.WithdrawAsync(article, new(WithdrawalKind.Retraction, "Wrong", 0, newsroom.Clock.GetUtcNow(), "We were told a lie.")));

        var whole = await newsroom.ReadAsync($"/stories/{story.PublicId}");

        Assert.Equal("We were told a lie.", whole.GetProperty("notice").GetString());
        Assert.Equal("", whole.GetProperty("bodyHtml").GetString());
        Assert.True(whole.GetProperty("isHiddenFromSearchEngines").GetBoolean());
        Assert.Empty(await newsroom.HeadlinesAsync("/stories"));
    }

    [Fact]
    public async Task What_a_source_keeps_out_of_the_api_is_nowhere_in_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Not for the API", content => content with { Source = new ArticleSource { Withheld = [Channel.Api] } }));
        var open = await newsroom.PublishAsync(await newsroom.DraftAsync("Open", content => content with { Related = [story.PublicId] }));

        foreach (var path in new[] { "/stories", "/front-page", $"/stories/{open.PublicId}" }) Assert.DoesNotContain("Not for the API", (await newsroom.ReadAsync(path)).GetRawText(), StringComparison.Ordinal);
        await newsroom.RefusalAsync($"/stories/{story.PublicId}", 404, "not-found");
        Assert.Contains("Not for the API", await newsroom.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_picture_kept_for_the_papers_own_pages_is_not_handed_out(bool isKept)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var picture = new Picture(new string('a', 64), PictureFormat.Jpeg, 10, "wall.jpg", 1200, 800, false, newsroom.Clock.GetUtcNow(), 0) { Caption = "The wall at noon.", Credit = Credit.Parse("Mara Lind/AP"), IsNotForRepublication = isKept };
        await newsroom.ChangeAsync(newspaper => newspaper.Add(picture));
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls", content => content with { LeadPicture = new PictureUse(picture.PublicId) }));
        Assert.Contains("The wall at noon.", await newsroom.Client.GetStringAsync($"/city/{story.Slug}"), StringComparison.Ordinal);

        foreach (var path in new[] { $"{Reader.Root}/stories", $"{Reader.Root}/front-page", $"{Reader.Root}/stories/{story.PublicId}", $"{Reader.Root}/stories/{story.PublicId}/pictures", $"/city/{story.Slug}.ninjs.json" })
            Assert.True((await newsroom.Client.GetStringAsync(path)).Contains("Mara Lind/AP", StringComparison.Ordinal) != isKept, path);
    }

    [Theory, OnBoth]
    public async Task A_correction_is_told_at_its_story_and_in_the_list(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        Assert.Empty((await newsroom.ReadAsync("/corrections")).GetProperty("items").EnumerateArray());
        await newsroom.ChangeAsync(newspaper => newspaper.Add(new Correction(story, CorrectionKind.Correction, "It fell at one.\nNot at noon.", 1, 0, newsroom.Clock.GetUtcNow())));

        var told = (await newsroom.ReadAsync("/corrections")).GetProperty("items")[0];
        var whole = await newsroom.ReadAsync($"/stories/{story.PublicId}");

        Assert.Equal(["It fell at one.", "Not at noon."], told.GetProperty("paragraphs").EnumerateArray().Select(text => text.GetString()));
        Assert.Equal((story.PublicId, "Harbour wall falls"), (told.GetProperty("story").GetProperty("id").GetGuid(), told.GetProperty("story").GetProperty("headline").GetString()));
        Assert.Equal("Correction", whole.GetProperty("corrections")[0].GetProperty("label").GetString());
        Assert.False(whole.GetProperty("corrections")[0].TryGetProperty("story", out _));
    }

    private static Task<int> LetInAsync(Newsroom newsroom, Article story, Access access) => newsroom.AskAsync(async newspaper =>
    {
        (await newspaper.Articles.SingleAsync(row => row.Id == story.Id)).LetIn(access, null);
        return await newspaper.SaveChangesAsync();
    });
}
