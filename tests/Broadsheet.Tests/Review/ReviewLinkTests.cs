using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Comments;
using Broadsheet.Document;
using Broadsheet.Notices;
using Broadsheet.Review;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Review;

/// <summary>A draft shown outside by a link: to whom, how much of it, for how long, and who hears what is said.</summary>
public sealed partial class ReviewLinkTests : IAsyncLifetime
{
    private Newsroom newsroom = null!;
    private StaffBrowser editor = null!;
    private Article story = null!;

    public async ValueTask InitializeAsync()
    {
        newsroom = await Newsroom.OpenAsync();
        editor = await newsroom.AsAsync(Role.Editor);
        story = await newsroom.DraftAsync("Harbour wall falls", content => content with { Body = DraftDocument.OfText("The wall fell at noon.\n\n“We saw it lean,” said Noa Peretz.\n\nThe mayor is to blame.") });
    }

    public async ValueTask DisposeAsync()
    {
        editor.Dispose();
        await newsroom.DisposeAsync();
    }

    [Fact]
    public async Task A_source_reads_his_passages_alone_and_never_approves()
    {
        var passages = Passage.Of(story.Draft.Content);
        var quoted = Assert.Single(passages, passage => passage.HasQuotation);
        Assert.Equal(422, (int)(await MakeAsync("Source")).StatusCode);
        var door = await LinkAsync(await MakeAsync("Source", quoted.Id));
        using var source = new StaffBrowser(newsroom);

        // Mail scanners open it first: nothing happens and nothing is shown.
        Assert.DoesNotContain("saw it lean", await source.ReadAsync(door));
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.ReviewOpenings.CountAsync()));
        Assert.Equal(302, (int)(await source.SubmitAsync("/newsroom/review", ("key", door.Split("key=")[1]))).StatusCode);
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.ReviewOpenings.CountAsync()));

        var answer = await source.GetAsync("/newsroom/review/text");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("We saw it lean", text);
        foreach (var hidden in new[] { "Harbour wall falls", "fell at noon", "mayor", "review/approval" }) Assert.DoesNotContain(hidden, text);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);

        Assert.Equal(302, (int)(await source.SubmitAsync("/newsroom/review/comments", ("block", quoted.Id), ("words", "I said: I heard it lean."))).StatusCode);
        var blank = await source.SubmitAsync("/newsroom/review/comments", ("block", quoted.Id), ("words", " "));
        Assert.Equal(422, (int)blank.StatusCode);
        // A guessed passage tells nothing of it.
        await source.SubmitAsync("/newsroom/review/comments", ("block", passages[2].Id), ("words", "And this?"));
        Assert.DoesNotContain("mayor", await source.ReadAsync("/newsroom/review/text"));
        Assert.Equal(403, (int)(await source.SubmitAsync("/newsroom/review/approval")).StatusCode);

        var desk = await editor.ReadAsync($"/newsroom/articles/{story.Id}/review");
        Assert.Contains("I said: I heard it lean.", desk);
        // It is one of the story's threads: answered and resolved like any, and the answer stays inside.
        var thread = (await newsroom.AskAsync(newspaper => newspaper.CommentThreads.On(story.Id).ToListAsync())).Single(row => row.Kind == AnchorKind.Block);
        Assert.Contains($"/newsroom/articles/{story.Id}/comments#thread-{thread.PublicId}", desk);
        Assert.Equal(quoted.Text, thread.Quote);
        await editor.SubmitAsync($"/newsroom/articles/{story.Id}/comments/{thread.PublicId}/replies", ("Text", "The tape says otherwise."));
        Assert.All(["I said: I heard it lean.", "The tape says otherwise.", "A reply stays in the newsroom"], words => Assert.Contains(words, editor.ReadAsync($"/newsroom/articles/{story.Id}/comments").Result));
        await source.SubmitAsync("/newsroom/review/comments", ("block", quoted.Id), ("words", "One thing more."));
        text = await source.ReadAsync("/newsroom/review/text");
        Assert.DoesNotContain("tape", text);
        Assert.Contains("One thing more.", text);
        Assert.Equal(3, (await newsroom.AskAsync(newspaper => newspaper.CommentThreads.On(story.Id).SingleAsync(row => row.Id == thread.Id))).Comments.Count);
        Assert.Contains("Opened once", desk);
        await editor.SubmitAsync(Revocation().Match(desk).Groups[1].Value);
        Assert.Equal(410, (int)(await source.GetAsync("/newsroom/review/text")).StatusCode);
        Assert.Equal(410, (int)(await source.GetAsync(door)).StatusCode);
    }

    [Fact]
    public async Task A_lawyer_approves_one_text_and_is_heard_by_named_roles()
    {
        var door = await LinkAsync(await MakeAsync("Lawyer"));
        using var lawyer = new StaffBrowser(newsroom);
        await lawyer.ReadAsync(door);
        await lawyer.SubmitAsync("/newsroom/review", ("key", door.Split("key=")[1]));
        Assert.Contains("The mayor is to blame.", await lawyer.ReadAsync("/newsroom/review/text"));
        await lawyer.SubmitAsync("/newsroom/review/comments", ("block", Passage.Of(story.Draft.Content)[2].Id), ("words", "Defamatory without proof."));
        Assert.Equal(302, (int)(await lawyer.SubmitAsync("/newsroom/review/approval", ("note", "Without the last line."))).StatusCode);

        // Whoever made the link is told of both, and no notice carries a lawyer's words.
        var told = await newsroom.AskAsync(newspaper => newspaper.Notices.OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(["reviewCommented", "reviewApproved"], told.Select(row => row.Kind));
        Assert.All(told, notice => Assert.Equal("", notice.Detail));
        Assert.DoesNotContain("Defamatory", await editor.ReadAsync($"/newsroom/articles/{story.Id}/comments"));

        var review = $"/newsroom/articles/{story.Id}/review";
        var seen = await editor.ReadAsync(review);
        Assert.DoesNotContain("Defamatory", seen);
        Assert.Contains("One comment of a lawyer is not for your role.", seen);
        Assert.Contains("as it stands", seen);
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        Assert.Contains("Defamatory", await publisher.ReadAsync(review));
        using var wire = await Wire.OfAsync(newsroom, Role.Administrator);
        foreach (var path in new[] { "", "/versions" }) Assert.DoesNotContain("Defamatory", (await wire.GetAsync($"/articles/{story.PublicId}{path}")).Json.ToString());

        await newsroom.AskAsync(async newspaper =>
        {
            var found = await newspaper.Articles.Include(row => row.Draft).SingleAsync(row => row.Id == story.Id);
            found.SaveDraft(found.Draft.Content with { Headline = "Wall falls" }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });
        Assert.Contains("The text has changed since.", await editor.ReadAsync(review));
        Assert.DoesNotContain("Wall falls", (await lawyer.ReadAsync("/newsroom/review/text")).Replace("Harbour wall falls", "", StringComparison.Ordinal));

        newsroom.Clock.Advance(TimeSpan.FromDays(7.1));
        Assert.Equal(410, (int)(await lawyer.GetAsync("/newsroom/review/text")).StatusCode);
    }

    private async Task<HttpResponseMessage> MakeAsync(string kind, params string[] passages)
    {
        await editor.ReadAsync($"/newsroom/articles/{story.Id}/review");
        return await editor.SubmitAsync($"/newsroom/articles/{story.Id}/review",
            [("revision", $"{story.Draft.Revision}"), ("Kind", kind), ("Reader", "Noa Peretz"), ("Days", "7"), .. passages.Select(id => ("Passages", id))]);
    }

    private static async Task<string> LinkAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(Link().IsMatch(html), html);
        return new Uri(Link().Match(html).Groups[1].Value).PathAndQuery;
    }

    [GeneratedRegex("<code>(http[^<]+)</code>")]
    private static partial Regex Link();

    [GeneratedRegex("action=\"(/newsroom/review-links/[^\"]+/revocation)\"")]
    private static partial Regex Revocation();
}
