using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Comments;
using Broadsheet.Document;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Document;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Comments;

/// <summary>What is said and suggested about a story, as staff do it without script; and that no reader ever meets it.</summary>
public sealed class CommentTests
{
    [Theory, OnBoth]
    public async Task A_thread_is_begun_answered_resolved_and_keeps_its_words_when_the_text_is_gone(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.DraftAsync("Harbour wall falls");
        using var mara = await newsroom.AsAsync(Role.Editor);
        using var noor = await newsroom.AsAsync(Role.Publisher);
        var (path, block) = ($"/newsroom/articles/{article.Id}/comments", article.Draft.Content.Body.Content[0].Id);

        var empty = await mara.SubmitAsync(path, ("Anchor", $"block/{block}"), ("Text", " "));
        Assert.Equal(422, (int)empty.StatusCode);
        Assert.Contains("Write something.", await empty.Content.ReadAsStringAsync());
        await mara.SubmitAsync(path, ("Anchor", $"block/{block}"), ("Text", "Which wall?"));
        var thread = await ThreadAsync(newsroom);
        await noor.SubmitAsync($"{path}/{thread.PublicId}/replies", ("Text", "The northern one."));
        await SaveAsync(newsroom, article, _ => DraftDocument.OfText("Another text."));

        var page = await mara.ReadAsync(path);
        Assert.All(["Which wall?", "The northern one.", "On text that is gone", "The wall fell at noon."], words => Assert.Contains(words, page));
        await mara.SubmitAsync($"{path}/{thread.PublicId}/resolution");
        Assert.Contains("Resolved by Mara Editor", await noor.ReadAsync(path));
        await noor.SubmitAsync($"{path}/{thread.PublicId}/replies", ("Text", "Still open."));
        Assert.False((await ThreadAsync(newsroom)).IsResolved);
    }

    [Fact]
    public async Task Each_changes_her_own_words_alone_and_deleting_leaves_a_trace()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.DraftAsync("Harbour wall falls");
        using var mara = await newsroom.AsAsync(Role.Editor);
        using var noor = await newsroom.AsAsync(Role.Publisher);
        var path = $"/newsroom/articles/{article.Id}/comments";
        await mara.SubmitAsync(path, ("Anchor", "field/Headline"), ("Text", "Too tabloid."));
        var thread = await ThreadAsync(newsroom);
        var comment = $"{path}/{thread.PublicId}/{thread.Comments.Single().PublicId}";

        Assert.Equal(403, (int)(await noor.SubmitAsync(comment, ("Text", "Fine."))).StatusCode);
        Assert.Equal(403, (int)(await noor.SubmitAsync($"{comment}/removal")).StatusCode);
        await mara.SubmitAsync(comment, ("Text", "A little loud."));
        Assert.Contains("A little loud.", await noor.ReadAsync(path));
        await mara.SubmitAsync($"{comment}/removal");

        var page = await noor.ReadAsync(path);
        Assert.Contains("Deleted by its writer", page);
        Assert.DoesNotContain("A little loud.", page);
        Assert.Equal(404, (int)(await noor.SubmitAsync($"{path}/{Guid.NewGuid()}/replies", ("Text", "Where?"))).StatusCode);
    }

    [Fact]
    public async Task A_lawyer_s_comments_are_seen_by_those_who_may_and_a_guest_sees_only_what_concerns_her()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.DraftAsync("Harbour wall falls");
        using var mara = await newsroom.AsAsync(Role.Editor);
        using var noor = await newsroom.AsAsync(Role.Publisher);
        var lawyer = CommentAuthor.ByLink("Dr. Vance", CommentClass.Legal, Guid.NewGuid());
        await newsroom.CommentAsync(article, lawyer, "Say “allegedly”.");
        await newsroom.CommentAsync(article, CommentAuthor.ByLink("A source", CommentClass.Guest, Guid.NewGuid()), "I said Tuesday.");

        var path = $"/newsroom/articles/{article.Id}/comments";
        Assert.DoesNotContain("allegedly", await mara.ReadAsync(path));
        Assert.Contains("I said Tuesday.", await mara.ReadAsync(path));
        Assert.All(["allegedly", "Legal advice"], words => Assert.Contains(words, noor.ReadAsync(path).Result));
        Assert.Equal("Dr. Vance", Assert.Single(await newsroom.OfLinkAsync(article, lawyer.Link!.Value)).Comments.Single().Name);
    }

    [Fact]
    public async Task Suggestions_are_accepted_and_rejected_without_script_by_whoever_saw_the_text_as_it_is()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.DraftAsync("Harbour wall falls", content => content with { Body = Replacing("at noon", "at dawn") });
        using var mara = await newsroom.AsAsync(Role.Editor);
        var path = $"/newsroom/articles/{article.Id}";

        var page = await mara.ReadAsync($"{path}/comments");
        Assert.Contains("<ins>at dawn</ins>", page);
        var stale = await mara.SubmitAsync($"{path}/suggestions", ("Verdict", "accept"), ("Suggestion", "s"), ("Revision", "7"));
        Assert.Equal(409, (int)stale.StatusCode);
        await mara.SubmitAsync($"{path}/suggestions", ("Verdict", "accept"), ("Suggestion", "s"), ("Revision", $"{article.Draft.Revision}"));

        Assert.Equal(DraftDocument.Of(new Paragraph("a", [new TextRun("The wall fell at dawn.")])), (await newsroom.ReloadAsync(article)).Draft.Content.Body.AsItStands());
    }

    [Fact]
    public async Task Publishing_with_something_suggested_asks_once_and_never_when_the_story_is_out()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.DraftAsync("Harbour wall falls", content => content with { Body = Replacing("at noon", "at dawn") });
        using var mara = await newsroom.AsAsync(Role.Editor);
        var path = $"/newsroom/articles/{article.Id}/publication";

        var asked = await mara.SubmitAsync(path, ("revision", $"{article.Draft.Revision}"));
        Assert.Contains("1 suggestion is open", await asked.Content.ReadAsStringAsync());
        Assert.False((await newsroom.ReloadAsync(article)).IsPublished);
        await mara.SubmitAsync(path, ("revision", $"{article.Draft.Revision}"), ("_withoutSuggestions", "true"));
        var published = await newsroom.ReloadAsync(article);
        Assert.True(published.IsPublished);
        Assert.Equal(302, (int)(await mara.SubmitAsync(path, ("revision", $"{published.Draft.Revision}"))).StatusCode);
    }

    /// <summary>A word that is only suggested and one that is only said, over every page, feed and answer that leaves the house.</summary>
    [Fact]
    public async Task No_reader_meets_what_is_suggested_or_said()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls", content => content with { Body = Replacing("at noon", "at zzyzx") }));
        await newsroom.CommentAsync(article, CommentAuthor.ByLink("A source", CommentClass.Guest, Guid.NewGuid()), "qwertz");
        var token = await newsroom.TokenAsync(Role.Administrator);
        var story = $"/city/{article.Slug}";
        var places = new List<string> { "/", story, "/latest", "/city", "/popular", "/feed", "/feed.json", "/city/feed", "/sitemap.xml", "/news-sitemap.xml", "/search?q=zzyzx", "/robots.txt",
            $"/api/v1/articles/{article.PublicId}", "/api/v1/articles", $"/api/v1/articles/{article.PublicId}/versions" };
        using var mara = await newsroom.AsAsync(Role.Editor);

        var texts = new Dictionary<string, string> { ["preview"] = await mara.ReadAsync($"/newsroom/articles/{article.Id}/preview/page") };
        foreach (var place in places)
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, place);
            if (place.StartsWith("/api", StringComparison.Ordinal)) ask.Headers.Add("Authorization", $"Bearer {token}");
            using var answer = await newsroom.Client.SendAsync(ask);
            texts[place] = await answer.Content.ReadAsStringAsync();
        }

        Assert.Contains("fell at noon", texts[story]);
        Assert.Contains("fell at noon", texts["preview"]);
        Assert.DoesNotContain("Harbour wall falls", texts["/search?q=zzyzx"]);
        Assert.Contains("fell at noon", texts[$"/api/v1/articles/{article.PublicId}"]);
        Assert.All(texts, text => Assert.False(text.Value.Contains("zzyzx", StringComparison.Ordinal) && !text.Key.Contains("zzyzx", StringComparison.Ordinal), text.Key));
        Assert.All(texts, text => Assert.DoesNotContain("qwertz", text.Value));
        Assert.All(texts, text => Assert.DoesNotContain("\"deletion\"", text.Value));
    }

    private static DraftDocument Replacing(string old, string fresh) => DraftDocument.Of(new Paragraph("a", [
        new TextRun("The wall fell "), new TextRun(old, [new DeletionMark(ReviewedDocument.Suggestion("s"))]),
        new TextRun(fresh, [new CommentMark("c"), new InsertionMark(ReviewedDocument.Suggestion("s"))]), new TextRun(".")]));

    private static Task<CommentThread> ThreadAsync(Newsroom newsroom) => newsroom.AskAsync(newspaper => newspaper.CommentThreads.Include(row => row.Comments).SingleAsync());

    private static Task SaveAsync(Newsroom newsroom, Article article, Func<DraftDocument, DraftDocument> change) => newsroom.AskAsync(async newspaper =>
    {
        var found = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == article.Id);
        found.SaveDraft(found.Draft.Content with { Body = change(found.Draft.Content.Body) }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
        return await newspaper.SaveChangesAsync();
    });
}
