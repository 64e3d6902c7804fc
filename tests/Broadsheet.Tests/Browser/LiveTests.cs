using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>In Chromium: who publishes is told when readers see it, without doing anything.</summary>
public sealed class LiveTests
{
    [Fact]
    public async Task After_publishing_the_page_says_when_it_is_live_and_where()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();

        await page.ClickAsync("button.next[formaction$=publication]");

        var said = page.Locator("live-check [role=status]");
        await Assertions.Expect(said).ToHaveTextAsync(new Regex(@"^\s*Live in \d+(\.\d)? s\s*$"), new() { Timeout = 40_000 });
        await page.ClickAsync(".live-places summary");
        await Assertions.Expect(page.Locator(".live-places a").First).ToBeVisibleAsync();
        await page.ClickAsync(".live-places a >> nth=0");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Harbour wall falls");
    }
}
