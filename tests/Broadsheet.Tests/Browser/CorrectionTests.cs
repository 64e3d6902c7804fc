using Broadsheet.Accounts;
using Broadsheet.Document;
using Broadsheet.Tests.Accounts;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>Done when 4: a story is corrected by keyboard alone, at a desk and on a phone; the screens of it are clean.</summary>
public sealed class CorrectionTests
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_story_is_corrected_by_keyboard_alone(int width)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls",
            content => content with { Body = DraftDocument.Of(new Paragraph("p0", [new TextRun("Five people were hurt when the wall fell.")])) }));
        await using var chromium = await Chromium.StartAsync(hasPictures: false);
        await using var context = await chromium.SignedInAsync(newsroom, await newsroom.HireAsync(Role.Editor));
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(width, 800);

        // Fix now: into the editor of the body by Tab, the word marked and written over.
        await page.GotoAsync($"/newsroom/articles/{article.Id}/fix");
        await page.Locator("page-body[data-ready]").WaitForAsync();
        await TabToAsync(page, "active.isContentEditable");
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.PressAsync("Control+Shift+ArrowRight");
        await page.Keyboard.TypeAsync("Six ");
        await TabToAsync(page, "active.name === 'Answer'");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "active.name === 'Kind'");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "active.name === 'Text'");
        await page.Keyboard.TypeAsync("Six people were hurt, not five.");
        await TabToAsync(page, "active.matches('button.next')");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/newsroom/articles/*?since=*");

        var story = await newsroom.Client.GetStringAsync("/city/harbour-wall-falls");
        Assert.Contains("Six people were hurt when the wall fell.", story);
        Assert.Contains("Six people were hurt, not five.", await newsroom.Client.GetStringAsync("/corrections"));
        Assert.Contains("Six people were hurt", (await newsroom.ReloadAsync(article)).Draft.Content.Body.ToJson());

        // What the table of routes cannot open for the other tests: pages with something on them.
        await context.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());
        foreach (var path in (string[])["history", "history/comparison?from=1&to=2", "history/comparison?from=1&to=2&view=side", "corrections"])
        {
            await page.GotoAsync($"/newsroom/articles/{article.Id}/{path}");
            Assert.Empty(await page.EvaluateAsync<string[]>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(one => one.id + ' ' + one.nodes[0].html)"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path);
        }
    }

    private static async Task TabToAsync(IPage page, string found)
    {
        for (var presses = 0; presses < 120; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>($"(() => {{ const active = document.activeElement; return Boolean({found}) }})()")) return;
        }
        Assert.Fail($"No Tab leads to {found}");
    }
}
