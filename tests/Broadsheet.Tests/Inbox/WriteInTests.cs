using Broadsheet.Inbox;
using Broadsheet.Readers;
using Broadsheet.Settings;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Inbox;

/// <summary>What a reader meets who writes to the newsroom.</summary>
public sealed class WriteInTests
{
    [Theory, OnBoth]
    public async Task A_letter_about_a_story_is_kept_with_what_was_agreed_to_and_pressed_twice_is_one(On on)
    {
        await using var paper = await InboxPaper.OpenAsync(on);
        var story = await paper.PublishAsync(await paper.DraftAsync("Harbour wall falls"));
        using var browser = ReaderIn(paper);
        var article = System.Net.WebUtility.HtmlDecode(await browser.ReadAsync("/city/harbour-wall-falls"));
        Assert.Contains($"href=\"/write/error?story={story.PublicId}\"", article, StringComparison.Ordinal);
        var html = await browser.ReadAsync($"/write/letter?story={story.PublicId}");
        Assert.Contains("Harbour wall falls", html, StringComparison.Ordinal);
        paper.Clock.Advance(TimeSpan.FromSeconds(3));

        (string, string)[] fields = [("form", Hidden(html, "form")), ("story", Hidden(html, "story")), ("text", "Sir,\r\n\r\nit fell in 1954, too."), ("name", "Dana Sellers"), ("town", "Porthaven"), ("address", "Dana@Harbour.example"), ("consent", "true")];
        for (var time = 0; time < 2; time++)
        {
            var (status, text) = await browser.SubmitAsync("/write/letter", fields).TellAsync();
            Assert.Equal(200, status);
            Assert.Contains("Thank you", text, StringComparison.Ordinal);
        }

        var letter = Assert.Single(await paper.MessagesAsync());
        Assert.Equal((MessageKind.Letter, MessageState.New, story.Id, "Dana Sellers", "Porthaven"), (letter.Kind, letter.State, letter.StoryId!.Value, letter.Name, letter.Town));
        Assert.Equal(("dana@harbour.example", "Dana@harbour.example"), (letter.Address, letter.TypedAddress));
        Assert.Equal("Sir,\n\nit fell in 1954, too.", letter.Text);
        Assert.Contains("The Harbour Post may print this letter", letter.ConsentText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_what_was_typed_and_nothing_is_kept()
    {
        await using var paper = await InboxPaper.OpenAsync();
        using var browser = ReaderIn(paper);
        foreach (var (fields, problem) in new ((string, string)[], string)[]
        {
            ([("name", "Dana <b>"), ("address", "dana@harbour.example"), ("consent", "true"), ("text", "Sir")], "Write your town"),
            ([("name", "Dana <b>"), ("town", "Porthaven"), ("address", "dana"), ("consent", "true"), ("text", "Sir")], "not an e-mail address"),
            ([("name", "Dana <b>"), ("town", "Porthaven"), ("address", "dana@harbour.example"), ("text", "Sir")], "Tick that we may print it"),
            ([("name", "Dana <b>"), ("town", "Porthaven"), ("address", "dana@harbour.example"), ("consent", "true"), ("text", " ")], "Write something first"),
            ([("name", "Dana <b>"), ("town", "Porthaven"), ("address", "dana@harbour.example"), ("consent", "true"), ("text", new string('a', 20_001))], "too long"),
        })
        {
            var (status, text) = await paper.WriteAsync(browser, "/write/letter", fields);
            Assert.Equal(422, status);
            Assert.Contains(problem, text, StringComparison.Ordinal);
            Assert.Contains("value=\"Dana <b>\"", text, StringComparison.Ordinal);
        }
        Assert.Empty(await paper.MessagesAsync());
    }

    [Fact]
    public async Task A_form_from_elsewhere_too_soon_or_too_late_comes_back_with_its_words()
    {
        await using var paper = await InboxPaper.OpenAsync();
        using var browser = ReaderIn(paper);
        var form = Hidden(await browser.ReadAsync("/write/contact"), "form");
        async Task ComesBackAsync(string with)
        {
            var (status, text) = await browser.SubmitAsync("/write/contact", ("form", with), ("text", "When do you close?")).TellAsync();
            Assert.Equal(422, status);
            Assert.Contains("When do you close?", text, StringComparison.Ordinal);
        }
        await ComesBackAsync(form);
        paper.Clock.Advance(TimeSpan.FromSeconds(3));
        await ComesBackAsync("made up");
        browser.Headers["Sec-Fetch-Site"] = "cross-site";
        await ComesBackAsync(form);
        browser.Headers["Sec-Fetch-Site"] = "same-origin";
        paper.Clock.Advance(TimeSpan.FromHours(25));
        await ComesBackAsync(form);
        Assert.Empty(await paper.MessagesAsync());
    }

    [Fact]
    public async Task What_a_program_fills_in_is_spam_and_a_flood_is_held_and_told_of()
    {
        await using var paper = await InboxPaper.OpenAsync(settings: machine => machine with { Readers = new() { MessagesFromNetwork = 3, MessagesAltogether = 3 } });
        var publisher = await paper.HireAsync(Broadsheet.Accounts.Role.Publisher);
        using var browser = ReaderIn(paper);
        Assert.Equal(200, (await paper.WriteAsync(browser, "/write/contact", ("text", "Buy this"), ("website", "https://spam.example"))).Status);
        Assert.Equal(MessageState.Spam, (await paper.MessagesAsync()).Single().State);

        for (var one = 0; one < 2; one++) Assert.Equal(200, (await paper.WriteAsync(browser, "/write/contact", ("text", $"Question {one}"))).Status);
        var (status, text) = await paper.WriteAsync(browser, "/write/contact", ("text", "Question 3"));
        Assert.Equal(429, status);
        Assert.Contains("from your network", text, StringComparison.Ordinal);
        Assert.Equal(3, (await paper.MessagesAsync()).Count);
        Assert.True(await paper.AskAsync(newspaper => newspaper.Set<Broadsheet.Notices.Notice>().AnyAsync(row => row.Kind == "inbox-brake" && row.MemberId == publisher.Id)));
        Assert.DoesNotContain("127.0.0", string.Join(' ', await paper.AskAsync(newspaper => newspaper.BrakeCounts.Select(row => row.Key).ToListAsync())), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_tip_leaves_its_words_its_files_and_its_day_and_nothing_else(On on)
    {
        await using var paper = await InboxPaper.OpenAsync(on);
        using var browser = ReaderIn(paper);
        await browser.SignInAsync(paper, "source@harbour.example");
        browser.Headers["User-Agent"] = "Canary-Browser/1.0";
        // Once before, since the first form ever signed makes the key that signs it.
        var page = await browser.ReadAsync("/write/tip");
        var before = await DumpAsync(paper);
        Assert.Contains("What we do not keep", page, StringComparison.Ordinal);

        var (status, text) = await paper.TipAsync(browser, "Look into the quay's books.", ("../../books\u202Efdp.exe", "MZ content"u8.ToArray()));
        Assert.Equal(200, status);
        Assert.Contains("Thank you", text, StringComparison.Ordinal);

        var tip = Assert.Single(await paper.MessagesAsync());
        Assert.Equal((null, "", "", ""), (tip.ReceivedAt, tip.Name, tip.Address, tip.TypedAddress));
        Assert.Equal(DateOnly.FromDateTime(paper.Clock.GetUtcNow().UtcDateTime), tip.Day);
        Assert.Equal("booksfdp.exe", Assert.Single(tip.Files).FileName);
        var file = Assert.Single(Directory.GetFiles(InboxPaper.FolderOf(paper), "*", SearchOption.AllDirectories));
        Assert.Equal(TimeSpan.Zero, File.GetLastWriteTimeUtc(file).TimeOfDay);

        // Nothing else in the whole database knows of it: no count, no invalidation, no notice.
        Assert.Equal(before, await DumpAsync(paper));
        Assert.Equal(404, (int)(await browser.GetAsync($"/files/{tip.Files.Single().Id}/books.exe")).StatusCode);
    }

    [Fact]
    public async Task Too_many_or_too_large_files_are_refused_the_words_stay_and_no_byte_is_kept()
    {
        await using var paper = await InboxPaper.OpenAsync(settings: machine => machine with { Readers = new() { TipMegabytes = 30 } });
        using var browser = ReaderIn(paper);
        var small = new byte[10];
        var (many, text) = await paper.TipAsync(browser, "Look here", [.. Enumerable.Range(0, 6).Select(one => ($"{one}.txt", small))]);
        Assert.Equal(422, many);
        Assert.Contains("Look here", text, StringComparison.Ordinal);
        Assert.Contains("Choose your files once more", text, StringComparison.Ordinal);
        Assert.Equal(422, (await paper.TipAsync(browser, "Look here", ("large", new byte[20_000_001]))).Status);
        Assert.Equal(200, (await paper.TipAsync(browser, "", ("fits", new byte[16_000_000]))).Status);
        Assert.Contains("no room for files", (await paper.TipAsync(browser, "Look here", ("more", new byte[16_000_000]))).Text, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(InboxPaper.FolderOf(paper), "*", SearchOption.AllDirectories));

        // Each asking of a tip counts in memory for ten minutes.
        for (var one = 0; one < 6; one++) Assert.NotEqual(429, (await paper.TipAsync(browser, "More")).Status);
        Assert.Equal(429, (await paper.TipAsync(browser, "More")).Status);
    }

    [Fact]
    public async Task A_form_that_is_closed_takes_nothing_and_is_linked_nowhere()
    {
        await using var paper = await Newsroom.OpenAsync();
        await paper.PublishAsync(await paper.DraftAsync("Harbour wall falls"));
        using var browser = ReaderIn(paper);
        var form = Hidden(await browser.ReadAsync("/write/contact"), "form");
        var article = await browser.ReadAsync("/city/harbour-wall-falls");
        Assert.Contains("/write/contact", article, StringComparison.Ordinal);
        Assert.DoesNotContain("/write/tip", article, StringComparison.Ordinal);
        Assert.Equal(404, (await browser.GetAsync("/write/tip").TellAsync()).Status);

        await paper.ChangeAsync(newspaper => newspaper.SetSettingOf(paper.Edition.Id, new ReaderForms { Contact = false, Error = false }, 0, paper.Clock.GetUtcNow()));
        paper.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(404, (await browser.SubmitAsync("/write/contact", ("form", form), ("text", "Hello")).TellAsync()).Status);
        Assert.DoesNotContain("/write/", await browser.ReadAsync("/city/harbour-wall-falls"), StringComparison.Ordinal);
        Assert.Equal(404, (await browser.GetAsync("/write/poem").TellAsync()).Status);
        Assert.Empty(await paper.MessagesAsync());
    }

    // Every table but the inbox's own, row by row. A read of a page may note that a session was seen.
    private static async Task<string> DumpAsync(Newsroom paper) => await paper.AskAsync(async newspaper =>
    {
        var rows = new List<string>();
        foreach (var table in newspaper.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Where(name => !name.StartsWith("inbox_", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal))
        {
            await newspaper.Database.OpenConnectionAsync();
            await using var command = newspaper.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // A name of our own model.
            command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
#pragma warning restore CA2100
            rows.Add($"{table} {await command.ExecuteScalarAsync()}");
        }
        return string.Join('\n', rows);
    });
}
