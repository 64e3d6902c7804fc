using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Corrections.Asking;
using Broadsheet.Corrections.Fixing;
using Broadsheet.Document;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Corrections;

/// <summary>Changes of what readers see: asked about, or put right at once.</summary>
public sealed partial class AskingTests
{
    [Theory, OnBoth]
    public async Task A_changed_number_is_asked_about_once_and_a_slip_of_the_pen_is_not(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await PublishedAsync(newsroom, "Five people were hurt when the wall fell.");
        var path = $"/newsroom/articles/{article.Id}";

        await WriteAsync(newsroom, article, "Five people were hurt when the walls fell.");
        Assert.Contains("?since=", (await PublishAsync(newsroom, editor, article)).Headers.Location!.ToString());

        await WriteAsync(newsroom, article, "Six people were hurt when the walls fell.");
        var question = (await PublishAsync(newsroom, editor, article)).Headers.Location!.ToString();
        Assert.Equal($"{path}/publication/question?draft=true", question);
        Assert.Contains("Five people", await newsroom.Client.GetStringAsync("/city/harbour-wall-falls"));
        var page = await editor.ReadAsync(question);
        Assert.Contains("<strong>Number</strong>", page);
        Assert.Contains("<del>Five</del><ins>Six</ins>", page);

        var undecided = await editor.SubmitAsync($"{path}/publication/question", [.. Hidden(page), ("Text", "Six were hurt, not five.")]);
        Assert.Contains("Choose whether readers are told", await undecided.Content.ReadAsStringAsync());
        Assert.Contains("Six were hurt, not five.", await undecided.Content.ReadAsStringAsync());
        await editor.SubmitAsync($"{path}/publication/question", [.. Hidden(page), ("Answer", "Correction"), ("Kind", "Correction"), ("Text", "Six were hurt, not five."), ("Why", "The hospital called")]);
        var story = await newsroom.Client.GetStringAsync("/city/harbour-wall-falls");
        Assert.Contains("Six people", story);
        Assert.Contains("Six were hurt, not five.", story);
        var answer = await newsroom.AskAsync(newspaper => newspaper.Set<CorrectionAnswer>().SingleAsync());
        Assert.Equal((2, 3, AnswerKind.Correction, "The hospital called"), (answer.FromVersion, answer.ToVersion, answer.Answer, answer.Why));
        Assert.Equal([new KeptChange(TellingKind.Number, "Five", "Six")], answer.Changes);
        Assert.Contains("The hospital called", await editor.ReadAsync($"{path}/corrections"));
    }

    [Fact]
    public async Task A_developing_story_is_asked_about_once_when_it_settles()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await PublishedAsync(newsroom, "Five people were hurt.");
        var path = $"/newsroom/articles/{article.Id}";

        await WriteAsync(newsroom, article, "Six people were hurt.");
        var page = await editor.ReadAsync((await PublishAsync(newsroom, editor, article)).Headers.Location!.ToString());
        await editor.SubmitAsync($"{path}/publication/question", [.. Hidden(page), ("Answer", "Developing")]);
        await WriteAsync(newsroom, article, "Seven people were hurt.");
        Assert.Contains("?since=", (await PublishAsync(newsroom, editor, article)).Headers.Location!.ToString());
        Assert.DoesNotContain("have settled", await editor.ReadAsync("/newsroom/corrections"));

        newsroom.Clock.Advance(DevelopingStory.Rest + TimeSpan.FromMinutes(1));
        using var later = await newsroom.AsAsync(Role.Editor);
        Assert.Contains($"{path}/publication/question", await later.ReadAsync("/newsroom/corrections"));
        page = await later.ReadAsync($"{path}/publication/question");
        Assert.Contains("<del>Five</del><ins>Seven</ins>", page);
        await later.SubmitAsync($"{path}/publication/question", [.. Hidden(page), ("Answer", "Correction"), ("Kind", "Update"), ("Text", "Seven were hurt.")]);
        Assert.Contains("Seven were hurt.", await newsroom.Client.GetStringAsync("/city/harbour-wall-falls"));
        Assert.DoesNotContain("have settled", await later.ReadAsync("/newsroom/corrections"));
        Assert.Equal(2, await newsroom.AskAsync(newspaper => newspaper.Set<CorrectionAnswer>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Fix_now_changes_what_readers_see_and_nothing_else_of_the_draft(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var article = await PublishedAsync(newsroom, "Five people were hurt when the wall fell.");
        var path = $"/newsroom/articles/{article.Id}";
        // A draft is open: other words in the same paragraph, a new one, and a version that waits for tomorrow.
        await ChangeAsync(newsroom, article, content => content with { Standfirst = "Not ready", Body = DraftDocument.Of(P("p0", "Five people were hurt when the old wall fell."), P("p1", "More is not known.")) });
        var due = newsroom.Clock.GetUtcNow().AddDays(1);
        await newsroom.ActAsync(article, (publication, found) => publication.ScheduleAsync(found, due, 0));
        await ChangeAsync(newsroom, article, content => content with { Standfirst = "Still not ready" });
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync($"{path}/fix")).StatusCode);

        var form = Hidden(await editor.ReadAsync($"{path}/fix"));
        (string, string)[] fix = [("Headline", "Harbour wall falls"), ("Standfirst", ""), ("Find", "Five"), ("Put", "Six")];
        var unanswered = await (await editor.SubmitAsync($"{path}/fix", [.. form, .. fix])).Content.ReadAsStringAsync();
        Assert.Contains("choose below whether readers are told", unanswered);
        Assert.Contains("<del>Five</del><ins>Six</ins>", unanswered);
        Assert.Contains("value=\"Five\"", unanswered);
        var done = await editor.SubmitAsync($"{path}/fix", [.. form, .. fix, ("Answer", "Correction"), ("Kind", "Correction"), ("Text", "Six were hurt.")]);
        Assert.Contains("?since=", done.Headers.Location!.ToString());

        var story = await newsroom.Client.GetStringAsync("/city/harbour-wall-falls");
        Assert.Contains("Six people were hurt when the wall fell.", story);
        Assert.Contains("Six were hurt.", story);
        Assert.DoesNotContain("old wall", story);
        var after = await newsroom.ReloadAsync(article);
        Assert.Equal(["Six people were hurt when the old wall fell.", "More is not known."], Texts(after.Draft.Content));
        Assert.Equal("Still not ready", after.Draft.Content.Standfirst);
        // What waits has the fix in it, and goes on waiting for the same time.
        Assert.Equal(due.ToUnixTimeMilliseconds(), after.ScheduledFor!.Value.ToUnixTimeMilliseconds());
        var waiting = await newsroom.AskAsync(newspaper => newspaper.ArticleVersions.SingleAsync(row => row.Id == after.ScheduledVersionId));
        Assert.Equal(["Six people were hurt when the old wall fell.", "More is not known."], Texts(waiting.Content));
        Assert.Equal("Not ready", waiting.Content.Standfirst);
        newsroom.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        await CorrectionTests.JobsAsync(newsroom);
        Assert.Contains("Six people were hurt when the old wall fell.", await newsroom.Client.GetStringAsync("/city/harbour-wall-falls"));

        using var later = await newsroom.AsAsync(Role.Editor);
        var stale = await later.SubmitAsync($"{path}/fix", [.. form, ("Headline", "Wall falls"), ("Standfirst", "")]);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("<p dir=\"auto\">Wall falls</p>", await stale.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_of_a_fix_cannot_be_merged_is_shown_until_somebody_has_seen_to_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await PublishedAsync(newsroom, "Five people were hurt.");
        var path = $"/newsroom/articles/{article.Id}";
        await WriteAsync(newsroom, article, "Nine people were hurt.");

        var form = Hidden(await editor.ReadAsync($"{path}/fix"));
        var done = await editor.SubmitAsync($"{path}/fix", [.. form, ("Headline", "Harbour wall falls"), ("Standfirst", ""), ("Find", "Five"), ("Put", "Six"), ("Answer", "None")]);

        Assert.Equal($"{path}/unmerged", done.Headers.Location!.ToString());
        var unmerged = await editor.ReadAsync($"{path}/unmerged");
        Assert.Contains("<p dir=\"auto\">Nine people were hurt.</p>", unmerged);
        Assert.Contains("<p dir=\"auto\">Six people were hurt.</p>", unmerged);
        Assert.Equal(["Nine people were hurt."], Texts((await newsroom.ReloadAsync(article)).Draft.Content));
        await editor.SubmitAsync($"{path}/unmerged/removal", [.. Hidden(unmerged)]);
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Set<UnmergedFix>().CountAsync()));
    }

    private static async Task<Article> PublishedAsync(Newsroom newsroom, string body) =>
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls", content => content with { Body = DraftDocument.Of(P("p0", body)) }));

    private static async Task<HttpResponseMessage> PublishAsync(Newsroom newsroom, StaffBrowser editor, Article article) =>
        await editor.SubmitAsync($"/newsroom/articles/{article.Id}/publication", ("revision", $"{(await newsroom.ReloadAsync(article)).Draft.Revision}"));

    private static Task WriteAsync(Newsroom newsroom, Article article, string body) => ChangeAsync(newsroom, article, content => content with { Body = DraftDocument.Of(P("p0", body)) });

    private static Task ChangeAsync(Newsroom newsroom, Article article, Func<ArticleContent, ArticleContent> change) => newsroom.AskAsync(async newspaper =>
    {
        var found = await newspaper.Articles.ForActs().SingleAsync(row => row.Id == article.Id);
        found.SaveDraft(change(found.Draft.Content), found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
        return await newspaper.SaveChangesAsync();
    });

    private static Paragraph P(string id, string text) => new(id, [new TextRun(text)]);

    private static IEnumerable<string> Texts(ArticleContent content) => content.Body.Content.OfType<TextBlock>().Select(block => string.Concat(block.Content.OfType<TextRun>().Select(run => run.Text)));

    // What a page's form carries unseen, its token aside.
    internal static (string, string)[] Hidden(string page) =>
        [.. HiddenField().Matches(page).Select(field => (field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))).Where(field => field.Item1 != "__RequestVerificationToken").Distinct()];

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
