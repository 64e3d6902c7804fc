using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Inbox;
using Broadsheet.Notices;
using Broadsheet.Readers;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Giving;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Inbox;

/// <summary>What the newsroom does with what readers wrote.</summary>
public sealed class InboxDeskTests
{
    private static readonly (string, string)[] Letter = [("text", "It fell in 1954, too.\n\nI was there."), ("name", "Dana Sellers"), ("town", "Porthaven"), ("address", "dana@harbour.example"), ("consent", "true")];

    [Theory, OnBoth]
    public async Task A_report_lands_at_its_story_and_is_taken_noted_and_done_by_one_person(On on)
    {
        await using var paper = await InboxPaper.OpenAsync(on);
        var story = await paper.PublishAsync(await paper.DraftAsync("Harbour wall falls"));
        using var reader = ReaderIn(paper);
        await paper.WriteAsync(reader, $"/write/error?story={story.PublicId}", ("text", "It was <b>1954</b>."), ("address", "dana@harbour.example"));
        await paper.WriteAsync(reader, "/write/contact", ("text", "When do you close?"), ("subject", "Office hours"));
        using var editor = await paper.AsAsync(Role.Editor);

        Assert.Contains($"/newsroom/inbox?story={story.Id}&amp;kind=Error", await editor.ReadAsync($"/newsroom/articles/{story.Id}"), StringComparison.Ordinal);
        var list = await editor.ReadAsync($"/newsroom/inbox?story={story.Id}&kind=Error");
        Assert.Contains("It was &lt;b&gt;1954&lt;/b&gt;.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Office hours", list, StringComparison.Ordinal);
        Assert.Contains("Office hours", await editor.ReadAsync("/newsroom/inbox?q=CLOSE"), StringComparison.Ordinal);

        var report = (await paper.MessagesAsync()).Single(row => row.Kind == MessageKind.Error);
        var page = System.Net.WebUtility.HtmlDecode(await editor.ReadAsync($"/newsroom/inbox/{report.Id}"));
        Assert.Contains($"/newsroom/articles/{story.Id}/corrections", page, StringComparison.Ordinal);
        Assert.Contains("mailto:dana%40harbour.example?subject=Re%3A%20Harbour%20wall%20falls", page, StringComparison.Ordinal);

        Assert.Equal(302, (int)(await editor.SubmitAsync($"/newsroom/inbox/{report.Id}", ("Revision", "1"), ("State", "Taken"), ("Note", "Asked the archive"))).StatusCode);
        var (stale, text) = await editor.SubmitAsync($"/newsroom/inbox/{report.Id}", ("Revision", "1"), ("State", "Spam"), ("Note", "My own note")).TellAsync();
        Assert.Equal(409, stale);
        Assert.Contains("My own note", text, StringComparison.Ordinal);
        Assert.Contains("It was &lt;b&gt;1954", await editor.ReadAsync("/newsroom/inbox?mine=true"), StringComparison.Ordinal);
        await editor.SubmitAsync($"/newsroom/inbox/{report.Id}", ("Revision", "2"), ("State", "Done"), ("Note", "Asked the archive"));

        report = (await paper.MessagesAsync()).Single(row => row.Kind == MessageKind.Error);
        Assert.Equal((MessageState.Done, "Asked the archive"), (report.State, report.Note));
        Assert.Equal(["inbox-taken", "inbox-done"], await paper.AskAsync(newspaper => newspaper.AuditEntries.Where(row => row.Which == $"inbox/{report.Id}").OrderBy(row => row.Id).Select(row => row.Act).ToListAsync()));
        Assert.DoesNotContain("inbox?story", await editor.ReadAsync($"/newsroom/articles/{story.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_becomes_a_draft_without_the_address_once()
    {
        await using var paper = await InboxPaper.OpenAsync();
        var story = await paper.PublishAsync(await paper.DraftAsync("Harbour wall falls"));
        using var reader = ReaderIn(paper);
        await paper.WriteAsync(reader, $"/write/letter?story={story.PublicId}", Letter);
        using var editor = await paper.AsAsync(Role.Editor);
        var letter = (await paper.MessagesAsync()).Single();

        await editor.ReadAsync($"/newsroom/inbox/{letter.Id}");
        var first = await editor.SubmitAsync($"/newsroom/inbox/{letter.Id}/draft");
        var second = await editor.SubmitAsync($"/newsroom/inbox/{letter.Id}/draft");
        Assert.Equal(first.Headers.Location, second.Headers.Location);

        var draft = await paper.AskAsync(newspaper => newspaper.Articles.Include(row => row.Draft).SingleAsync(row => row.Id != story.Id));
        var content = draft.Draft.Content;
        Assert.Equal((ArticleKind.Letter, "A letter from Dana Sellers", paper.City.PublicId), (content.Kind, content.Headline, content.Section!.Value));
        Assert.Equal("Dana Sellers, Porthaven", Assert.Single(content.Bylines).Name);
        Assert.Equal([story.PublicId], content.Related);
        Assert.DoesNotContain("dana@", Broadsheet.Storage.CanonicalJson.Of(content), StringComparison.Ordinal);
        Assert.Contains("I was there.", Broadsheet.Storage.CanonicalJson.Of(content), StringComparison.Ordinal);
        Assert.Equal(200, (int)(await editor.GetAsync($"/newsroom/articles/{draft.Id}")).StatusCode);
    }

    [Fact]
    public async Task Tips_are_for_those_who_may_and_their_files_are_saved_and_never_shown()
    {
        await using var paper = await InboxPaper.OpenAsync();
        using var reader = ReaderIn(paper);
        await paper.TipAsync(reader, "The secret word is marzipan.", ("page.html", "<script>alert(1)</script>"u8.ToArray()));
        var tip = (await paper.MessagesAsync()).Single();
        var file = $"/newsroom/inbox/{tip.Id}/files/{tip.Files.Single().Id}.bin";
        using var reporter = await paper.AsAsync(Role.Reporter);
        using var editor = await paper.AsAsync(Role.Editor);

        Assert.DoesNotContain("marzipan", await reporter.ReadAsync("/newsroom/inbox?state=all&kind=Tip"), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await reporter.GetAsync($"/newsroom/inbox/{tip.Id}")).StatusCode);
        Assert.Equal(404, (int)(await reporter.SubmitAsync($"/newsroom/inbox/{tip.Id}/removal")).StatusCode);
        Assert.Equal(403, (int)(await reporter.GetAsync(file)).StatusCode);

        Assert.Contains("marzipan", await editor.ReadAsync($"/newsroom/inbox/{tip.Id}"), StringComparison.Ordinal);
        using var answer = await editor.GetAsync(file);
        Assert.Equal("<script>alert(1)</script>", await answer.Content.ReadAsStringAsync());
        Assert.Equal(("attachment", "page.html"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(("application/octet-stream", "nosniff", "default-src 'none'; sandbox"), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Content-Security-Policy").Single()));

        Assert.Equal(302, (int)(await editor.SubmitAsync($"/newsroom/inbox/{tip.Id}/removal")).StatusCode);
        Assert.Empty(await paper.MessagesAsync());
        Assert.Empty(Directory.GetFiles(InboxPaper.FolderOf(paper), "*", SearchOption.AllDirectories));
    }

    [Theory, OnBoth]
    public async Task Staff_are_told_once_of_all_that_came_and_of_tips_on_the_day_after(On on)
    {
        await using var paper = await InboxPaper.OpenAsync(on);
        await paper.WorkerOf<InboxRound>().StopAsync(default);
        var (reporter, editor) = (await paper.HireAsync(Role.Reporter), await paper.HireAsync(Role.Editor));
        using var reader = ReaderIn(paper);
        for (var one = 0; one < 3; one++) await paper.WriteAsync(reader, "/write/contact", ("text", $"Question {one}"));
        await paper.WriteAsync(reader, "/write/contact", ("text", "Buy"), ("website", "x"));
        await paper.TipAsync(reader, "Look there");

        await paper.WorkerOf<InboxRound>().RunAsync(default);
        await paper.WorkerOf<InboxRound>().RunAsync(default);
        Task<List<Notice>> NoticesAsync() => paper.AskAsync(newspaper => newspaper.Notices.OrderBy(row => row.Id).ToListAsync());
        Assert.Equal([(reporter.Id, "inbox", "3"), (editor.Id, "inbox", "3")], (await NoticesAsync()).Select(row => (row.MemberId, row.Kind, row.Subject)));

        paper.Clock.Advance(TimeSpan.FromDays(1));
        await paper.WorkerOf<InboxRound>().RunAsync(default);
        var told = (await NoticesAsync())[^1];
        Assert.Equal((editor.Id, "inbox-tips", "1"), (told.MemberId, told.Kind, told.Subject));
        Assert.Equal(3, (await NoticesAsync()).Count);
    }

    [Theory, OnBoth]
    public async Task Spam_goes_after_a_month_what_is_done_after_a_year_and_an_erased_reader_at_once(On on)
    {
        await using var paper = await InboxPaper.OpenAsync(on);
        await paper.WorkerOf<InboxRound>().StopAsync(default);
        using var reader = ReaderIn(paper);
        await paper.WriteAsync(reader, "/write/contact", ("text", "Buy"), ("website", "x"));
        await paper.TipAsync(reader, "Look there", ("a.txt", "a"u8.ToArray()));
        await paper.WriteAsync(reader, "/write/letter", Letter);
        await paper.WriteAsync(reader, "/write/contact", ("text", "Still open"));
        var tip = (await paper.MessagesAsync()).Single(row => row.Kind == MessageKind.Tip);
        await paper.AskAsync(async newspaper =>
        {
            (await newspaper.InboxMessages.FindAsync(tip.Id))!.Change(MessageState.Done, "", 1, DateOnly.FromDateTime(paper.Clock.GetUtcNow().UtcDateTime));
            return await newspaper.SaveChangesAsync();
        });

        async Task<int> LaterAsync(int days)
        {
            paper.Clock.Advance(TimeSpan.FromDays(days));
            await paper.WorkerOf<InboxRound>().RunAsync(default);
            return (await paper.MessagesAsync()).Count;
        }
        Assert.Equal(4, await LaterAsync(29));
        Assert.Equal(3, await LaterAsync(1));
        Assert.Equal(3, await LaterAsync(334));
        Assert.Single(Directory.GetFiles(InboxPaper.FolderOf(paper), "*", SearchOption.AllDirectories));
        Assert.Equal(2, await LaterAsync(1));
        Assert.Empty(Directory.GetFiles(InboxPaper.FolderOf(paper), "*", SearchOption.AllDirectories));

        var key = await reader.SignInAsync(paper, "dana@harbour.example");
        Assert.Contains("I was there", await reader.ReadAsync("/account/export.json"), StringComparison.Ordinal);
        Assert.Equal(200, (await reader.SubmitAsync("/account/erasure", ("key", key)).TellAsync()).Status);
        Assert.Equal("Still open", Assert.Single(await paper.MessagesAsync()).Text);
    }

    [Fact]
    public async Task Which_forms_stand_open_is_the_publishers_choice()
    {
        await using var paper = await Newsroom.OpenAsync();
        using var publisher = await paper.AsAsync(Role.Publisher);
        var revision = Hidden(await publisher.ReadAsync("/newsroom/forms"), "Revision");
        Assert.Equal(302, (int)(await publisher.SubmitAsync("/newsroom/forms", ("Revision", revision), ($"Open-{paper.Edition.Id}", "Tip"))).StatusCode);
        using var reader = ReaderIn(paper);
        Assert.Equal(200, (await reader.GetAsync("/write/tip").TellAsync()).Status);
        Assert.Equal(404, (await reader.GetAsync("/write/contact").TellAsync()).Status);

        var (stale, text) = await publisher.SubmitAsync("/newsroom/forms", ("Revision", revision), ($"Open-{paper.Edition.Id}", "Contact")).TellAsync();
        Assert.Equal(409, stale);
        Assert.Contains("value=\"Contact\" checked", text, StringComparison.Ordinal);
    }
}
