using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Comments;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Articles.History;
using Deque.AxeCore.Commons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>
/// The way of a story through many hands: reporter, comment, suggestion, review, second key, schedule, paper, correction; at a desk
/// without a mouse, and on a phone without one either. Then the record is checked, and checked again after somebody was at it.
/// </summary>
public sealed class WholeWayTests : IAsyncLifetime
{
    private Newsroom newsroom = null!;
    private Chromium chromium = null!;

    public async ValueTask InitializeAsync()
    {
        newsroom = await Newsroom.OpenAsync();
        chromium = await Chromium.StartAsync();
        await newsroom.DemandTwoKeysAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await newsroom.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_story_goes_from_the_reporter_to_the_correction(bool isPhone)
    {
        var reporter = await SitDownAsync(Role.Reporter, isPhone);
        var editor = await SitDownAsync(Role.Editor, isPhone);
        try
        {
            await GoAsync(reporter, editor);
        }
        catch (Exception) when (Environment.GetEnvironmentVariable("BROADSHEET_LOOK") is { Length: > 0 } folder)
        {
            // For whoever looks into a failure: where both of them stood.
            foreach (var (page, name) in new[] { (reporter.Page, "reporter"), (editor.Page, "editor") })
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"way-{name}-{isPhone}.png") });
            throw;
        }
    }

    private async Task GoAsync(Hands reporter, Hands editor)
    {
        var article = await WriteAsync(reporter);
        await ReviewAsync(editor, article);
        await AcceptAsync(reporter, article);
        await ReadyAsync(editor, reporter, article);
        await ScheduleAsync(editor, article);

        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        await newsroom.RunJobsAsync();
        var story = await newsroom.Client.GetStringAsync("/city/harbour-wall-falls");
        Assert.Contains("Five people were hurt and ten boats sank.", story);
        Assert.DoesNotContain("Whose boats", story);

        await CorrectAsync(editor, article);
        await ReadersSeeItAsync();
        // The draft has it too, whose first words are commented on.
        Assert.Contains("Six people were hurt", string.Join('|', (await newsroom.ReloadAsync(article)).Draft.Content.Body.Content.Select(CommentDesk.WordsOf)));
        await LookAsync(editor.Page, article);

        var (code, said) = await VerifyTests.VerifyAsync(newsroom);
        Assert.True(code == 0, said);
        await VerifyTests.SqliteAsync(newsroom, $"UPDATE article_versions SET content_json = replace(content_json, 'Five', 'Fire') WHERE article_id = {article.Id} AND number = 1");
        (code, said) = await VerifyTests.VerifyAsync(newsroom);
        Assert.Equal(1, code);
        Assert.Contains(article.PublicId.ToString(), said);
    }

    private async Task<Hands> SitDownAsync(long role, bool isPhone)
    {
        var context = await chromium.SignedInAsync(newsroom, await newsroom.HireAsync(role), new()
        {
            ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            HasTouch = isPhone,
            Locale = "en-US",
        });
        await context.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());
        return new(await context.NewPageAsync(), isPhone);
    }

    private async Task<Article> WriteAsync(Hands reporter)
    {
        await reporter.Page.GotoAsync("/newsroom/articles");
        await reporter.PressAsync(".head button.next");
        await reporter.Page.Locator("article-editor[data-ready]").WaitForAsync();
        await reporter.WriteAsync("[name=Headline]", "Harbour wall falls");
        await reporter.ReachAsync(".body-text");
        await reporter.Page.Keyboard.TypeAsync("Five people were hurt and ten boats were lost.");
        await reporter.ChooseAsync("[name=Section]", newsroom.City.Name);
        await Desk.SeesSavedAsync(reporter.Page);
        await reporter.PressAsync(".stage-line button[data-command]");
        await Assertions.Expect(reporter.Page.Locator(".stage-steps .here")).ToHaveTextAsync("In review");
        return await newsroom.AskAsync(newspaper => newspaper.Articles.SingleAsync());
    }

    /// <summary>A comment on two words, and other words in the place of two, as a suggestion.</summary>
    private static async Task ReviewAsync(Hands editor, Article article)
    {
        var (page, keys) = (editor.Page, editor.Page.Keyboard);
        await OpenAsync(editor, article);
        await editor.ReachAsync(".body-text");
        await keys.PressAsync("Control+Home");
        for (var word = 0; word < 2; word++) await keys.PressAsync("Control+Shift+ArrowRight");
        if (editor.IsPhone) await page.Locator(".comment-add").TapAsync();
        else await keys.PressAsync("Control+Alt+m");
        await keys.TypeAsync("Whose boats?");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".thread .said")).ToHaveTextAsync("Whose boats?");
        await keys.PressAsync("Escape");

        await editor.ReachAsync(".body-text");
        if (editor.IsPhone) await page.Locator(".suggest-mode").TapAsync();
        else await keys.PressAsync("Control+Alt+s");
        await keys.PressAsync("Control+End");
        for (var letter = 0; letter < "were lost.".Length; letter++) await keys.PressAsync("Backspace");
        await keys.TypeAsync("sank.");
        await Assertions.Expect(page.Locator(".body-text ins")).ToHaveTextAsync("sank.");
        await Desk.SeesSavedAsync(page);
    }

    private static async Task AcceptAsync(Hands reporter, Article article)
    {
        var page = reporter.Page;
        await OpenAsync(reporter, article);
        await Assertions.Expect(page.Locator(".body-text ins")).ToHaveTextAsync("sank.");
        if (reporter.IsPhone)
        {
            await page.Locator(".body-text p").TapAsync();
            await page.Locator(".review-open").TapAsync();
            await page.Locator(".review button:text-is('Accept')").TapAsync();
        }
        else
        {
            await reporter.ReachAsync(".body-text");
            await page.Keyboard.PressAsync("Control+Home");
            for (var tries = 0; tries < 5 && await page.Locator(".body-text :is(ins, del)").CountAsync() > 0; tries++)
            {
                await page.Keyboard.PressAsync("Control+Alt+j");
                await page.Keyboard.PressAsync("Control+Alt+y");
            }
        }
        await Assertions.Expect(page.Locator(".body-text p")).ToHaveTextAsync("Five people were hurt and ten boats sank.");
        await Assertions.Expect(page.Locator(".body-text :is(ins, del)")).ToHaveCountAsync(0);
        await Desk.SeesSavedAsync(page);
    }

    private static async Task ReadyAsync(Hands editor, Hands reporter, Article article)
    {
        await OpenAsync(editor, article);
        await editor.PressAsync(".stage-line button[data-command]");
        await Assertions.Expect(editor.Page.Locator(".stage-steps .here")).ToHaveTextAsync("Ready");

        await OpenAsync(reporter, article);
        await reporter.PressAsync("form[action$='/keys'] button");
        await Assertions.Expect(reporter.Page.Locator(".keys-given li")).ToHaveCountAsync(1);
    }

    private async Task ScheduleAsync(Hands editor, Article article)
    {
        await OpenAsync(editor, article);
        await editor.PressAsync("details.acts > summary");
        await editor.PressAsync(".acts-panel > details:first-child > summary");
        await editor.SetTimeAsync("input[name=at]", newsroom.Edition.LocalTime(newsroom.Clock.GetUtcNow().AddHours(1)).DateTime);
        await editor.PressAsync(".acts-panel form[action$='/schedule'] button");
        await Assertions.Expect(editor.Page.Locator(".state-words strong")).ToHaveTextAsync("Scheduled");
    }

    private static async Task CorrectAsync(Hands editor, Article article)
    {
        var page = editor.Page;
        await page.GotoAsync($"/newsroom/articles/{article.Id}/fix");
        await page.Locator("page-body[data-ready]").WaitForAsync();
        await editor.ReachAsync(".body-text");
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.PressAsync("Control+Shift+ArrowRight");
        await page.Keyboard.TypeAsync("Six");
        await editor.CheckAsync("[name=Answer]");
        await editor.CheckAsync("[name=Kind]");
        await editor.WriteAsync("[name=Text]", "Six people were hurt, not five.");
        await editor.PressAsync(".fix-form button.next");
        await page.WaitForURLAsync("**/newsroom/articles/*?since=*");
    }

    private async Task ReadersSeeItAsync()
    {
        var story = await newsroom.Client.GetStringAsync("/city/harbour-wall-falls");
        Assert.Contains("Six people were hurt and ten boats sank.", story);
        Assert.Contains("Six people were hurt, not five.", WebUtility.HtmlDecode(story[..story.IndexOf("application/ld+json", StringComparison.Ordinal)] + story[story.IndexOf("</head>", StringComparison.Ordinal)..]));
        var data = story[story.IndexOf("application/ld+json", StringComparison.Ordinal)..];
        data = data[..data.IndexOf("</script>", StringComparison.Ordinal)];
        Assert.Contains("CorrectionComment", data);
        Assert.Contains("Six people were hurt, not five.", data);
        Assert.Contains("Six people were hurt, not five.", await newsroom.Client.GetStringAsync("/corrections"));
        Assert.Contains("Six people were hurt, not five.", await newsroom.Client.GetStringAsync("/corrections/feed.xml"));
    }

    // What the table of routes cannot open for the other tests: pages with something on them.
    private static async Task LookAsync(IPage page, Article article)
    {
        foreach (var path in (string[])["", "/history", "/history/comparison?from=1&to=2", "/history/comparison?from=1&to=2&view=side", "/corrections", "/comments", "/notes", "/review", "/fix"])
        {
            await page.GotoAsync($"/newsroom/articles/{article.Id}{path}");
            var wrong = await page.EvaluateAsync<string[]>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(one => one.id + ' ' + one.nodes[0].html)");
            Assert.True(wrong.Length == 0, $"{path}: {string.Join('\n', wrong)}");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path);
        }
    }

    private static async Task OpenAsync(Hands person, Article article)
    {
        await person.Page.GotoAsync($"/newsroom/articles/{article.Id}");
        await person.Page.Locator("article-editor[data-ready]").WaitForAsync();
    }
}
