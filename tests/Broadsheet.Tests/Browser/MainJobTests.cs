using System.Globalization;
using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Contributors;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Pictures;
using Broadsheet.Tests.Popularity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>
/// The main job on real input: the story of ../shared/one-page.txt goes from the clipboard to the paper and into Popular.
/// Where that file is absent, a story of our own takes its place.
/// </summary>
public sealed class MainJobTests
{
    private const string Staff = "The All Israel News Staff";
    private const string Appeal = "We send somebody to every meeting. Help us to go on.";
    private const string Chain = "Sputnik/Aleksey Druzhinin/Kremlin via REUTERS";

    [Fact]
    public async Task A_real_story_is_entered_previewed_published_and_read()
    {
        var story = Story.Find();
        await using var newsroom = await Newsroom.OpenAsync();
        await using var chromium = await Chromium.StartAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("An older story"));
        await newsroom.ChangeAsync(newspaper => newspaper.Contributors.Add(new Contributor(Staff, "staff", ContributorKind.Desk) { Bio = story.Bio }));
        await WriteMessageAsync(newsroom, chromium);
        await using var context = await chromium.SignedInAsync(newsroom, await newsroom.HireAsync(Role.Editor));
        var page = await context.NewPageAsync();

        await UploadAsync(page, story);
        await page.GotoAsync("/newsroom/articles");
        await page.ClickAsync(".head button.next");
        await page.Locator("article-editor[data-ready]").WaitForAsync();
        await page.FillAsync("[name=Headline]", story.Headline);
        await page.FillAsync("[name=Standfirst]", story.Standfirst);
        await page.SelectOptionAsync("[name=Section]", new SelectOptionValue { Label = newsroom.City.Name });
        await page.Locator("[name=BylineContributor]").First.SelectOptionAsync(new SelectOptionValue { Label = Staff });
        await page.ClickAsync("#field-LeadPicture");
        await page.Locator("dialog.chooser .choice").First.ClickAsync();
        await Assertions.Expect(page.Locator("picture-field")).ToContainTextAsync(Chain);
        await page.ClickAsync(".body-text");
        await PasteAsync(page, story.Paragraphs);
        await Assertions.Expect(page.Locator("[data-save-state]")).ToContainTextAsync("Saved ");

        var article = await newsroom.AskAsync(newspaper => newspaper.Set<Broadsheet.Articles.Article>().OrderByDescending(row => row.Id).FirstAsync());
        await using (var preview = await chromium.SignedInAsync(newsroom, await newsroom.HireAsync(Role.Editor)))
        {
            var drawn = await preview.NewPageAsync();
            await drawn.GotoAsync($"/newsroom/articles/{article.Id}/preview/page", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await Assertions.Expect(drawn.Locator("h1")).ToHaveTextAsync(story.Headline);
        }
        await page.ClickAsync(".act button.next");
        await Assertions.Expect(page.Locator(".state-words strong")).ToHaveTextAsync("Published");

        await ReadersFindItAsync(newsroom, chromium, story);
        var published = await newsroom.ReloadAsync(article);
        await newsroom.ReadByAsync(published, 4);
        using (var robot = newsroom.Reader(200, "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")) await robot.ReadAsync(published);
        Assert.Equal(4, await newsroom.ReadsAsync(published));
        Assert.Contains(WebUtility.HtmlEncode(story.Headline), await newsroom.Client.GetStringAsync("/popular"));
    }

    private static async Task WriteMessageAsync(Newsroom newsroom, Chromium chromium)
    {
        await using var publisher = await chromium.SignedInAsync(newsroom, await newsroom.HireAsync(Role.Publisher));
        var page = await publisher.NewPageAsync();
        await page.GotoAsync("/newsroom/paper");
        await page.ClickAsync("a[href='/newsroom/messages']");
        await page.ClickAsync("a[href^='/newsroom/messages/new']");
        await page.Locator("page-body[data-ready]").WaitForAsync();
        await page.FillAsync("[name=Name]", "The first");
        await page.CheckAsync("[name=IsOn]");
        await page.ClickAsync(".body-text");
        await page.Keyboard.TypeAsync(Appeal);
        await page.FillAsync("[name=Button]", "Keep us going");
        await page.ClickAsync("button.next");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Stands on the paper");
    }

    private static async Task UploadAsync(IPage page, Story story)
    {
        await page.GotoAsync("/newsroom/pictures");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload
        {
            Name = "lead.jpg",
            MimeType = "image/jpeg",
            Buffer = JpegWithIptc.Of(story.Caption, "Aleksey Druzhinin", Chain, new(2022, 2, 4)),
        });
        await page.ClickAsync("text=Upload");
        await Assertions.Expect(page.Locator(".uploaded li a")).ToHaveCountAsync(1);
    }

    private static Task PasteAsync(IPage page, IEnumerable<string> paragraphs) => page.EvaluateAsync("""
        html => {
            const data = new DataTransfer()
            data.setData('text/html', html)
            document.querySelector('.body-text').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
        }
        """, string.Concat(paragraphs.Select(text => $"<p>{WebUtility.HtmlEncode(text)}</p>")));

    private static async Task ReadersFindItAsync(Newsroom newsroom, Chromium chromium, Story story)
    {
        await using var reader = await chromium.NewContextAsync(new() { BaseURL = Chromium.AddressOf(newsroom) });
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/latest");
        await Assertions.Expect(page.Locator("main h3").First).ToContainTextAsync(story.Headline);

        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator(".message")).ToContainTextAsync(Appeal);
        await page.GetByText(story.Headline).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(story.Headline);
        var text = (await page.Locator("main").InnerTextAsync()).ReplaceLineEndings(" ");
        Assert.All([story.Standfirst, .. story.Paragraphs, story.Caption, $"(Photo: {Chain})", Staff, story.Bio], part => Assert.Contains(part, text));
        var lead = page.Locator("main picture img").First;
        await Assertions.Expect(lead).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await lead.EvaluateAsync<bool>("picture => picture.naturalWidth > 0"));
        Assert.Contains(newsroom.City.Name, text, StringComparison.OrdinalIgnoreCase);
        await Assertions.Expect(page.Locator(".column .message")).ToContainTextAsync(Appeal);
        await LookAsync(page);
        await page.ClickAsync("text=Keep us going");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"Support {newsroom.Edition.Name}");
    }

    // For whoever wants to look: BROADSHEET_LOOK names a folder for pictures of the page. They stay out of the repo.
    private static async Task LookAsync(IPage page)
    {
        if (Environment.GetEnvironmentVariable("BROADSHEET_LOOK") is not { Length: > 0 } folder) return;
        foreach (var width in new[] { 390, 1280 })
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"article-{width}-{scheme}.png"), FullPage = true });
            }
    }

    /// <summary>The parts of an article page, in the order in which its readers got them.</summary>
    private sealed record Story(string Headline, string Standfirst, string Caption, IReadOnlyList<string> Paragraphs, string Bio)
    {
        public static Story Find()
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (new FileInfo(Path.Combine(folder.FullName, "shared", "one-page.txt")) is { Exists: true } file) return Of(File.ReadAllLines(file.FullName));
            return Own;
        }

        private static Story Of(string[] lines)
        {
            var parts = lines.Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
            var caption = parts[3][..parts[3].LastIndexOf(" (Photo:", StringComparison.Ordinal)];
            var bio = parts.FindIndex(part => part.StartsWith(Staff + " is", StringComparison.Ordinal));
            return new(parts[1], parts[2], caption, parts[4..bio], parts[bio]);
        }

        private static Story Own { get; } = new(
            "Harbour wall to be raised by a metre before the winter",
            "The council votes for granite and against a second year of sandbags",
            string.Create(CultureInfo.InvariantCulture, $"The wall at low water, Feb. 4, {2022}."),
            ["The harbour wall will be raised by a metre before the first storms.", "“We have carried enough sand,” said the harbour master.", "Work begins on Monday."],
            $"{Staff} is a desk of three reporters and one dog.");
    }
}
