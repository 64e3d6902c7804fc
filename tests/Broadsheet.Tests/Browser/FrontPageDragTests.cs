using Broadsheet.Accounts;
using Broadsheet.Tests.Accounts;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>The front page arranged by keyboard alone, by drag with a mouse, and on a phone, in Chromium; axe finds nothing.</summary>
public sealed class FrontPageDragTests
{
    [Fact]
    public async Task A_front_page_is_arranged_by_keyboard_by_drag_and_with_a_thumb()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        foreach (var headline in new[] { "Alder", "Birch", "Cedar", "Damson", "Elder" })
        {
            await newsroom.PublishAsync(await newsroom.DraftAsync(headline));
            newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await using var chromium = await Chromium.StartAsync();
        var mara = await newsroom.HireAsync(Role.Editor, "mara@harbour.example", StaffOfTests.Password);
        await using var context = await chromium.SignedInAsync(newsroom, mara, new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        await context.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());
        var page = await context.NewPageAsync();
        await page.GotoAsync("/newsroom/front-page");
        await page.Locator("front-page-desk[data-ready]").WaitForAsync();
        var said = page.Locator("[data-said]");
        Assert.Empty(await WrongAsync(page));

        // By keyboard: into the zone beside the lead, one down, and live. The focus stays with the story.
        await page.Locator("[name=Into]").FocusAsync();
        await page.Keyboard.TypeAsync("Beside");
        await page.GetByRole(AriaRole.Button, new() { Name = "Place “Alder”" }).PressAsync("Enter");
        await Assertions.Expect(said).ToContainTextAsync("“Alder” stands in place 1 of 3: Beside the lead.");
        await Assertions.Expect(page.Locator(".held[data-zone=seconds][data-slot='0'] .slot-acts button:focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(said).ToContainTextAsync("place 2 of 3");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(said).ToContainTextAsync("place 3 of 3");
        await Assertions.Expect(page.Locator(".held[data-zone=seconds][data-slot='2'] .slot-acts button:focus")).ToHaveCountAsync(1);
        Assert.Empty(await WrongAsync(page));

        // By drag: from the stories into the lead, and one that came by itself from the lead's neighbour onto it.
        await DragAsync(page, ".tray .slot:has-text('Birch') .grip", "[data-zone=lead][data-slot='0']");
        await Assertions.Expect(said).ToContainTextAsync("“Birch” stands in place 1 of 1: Lead.");
        await page.Locator(".desk-bar button.next").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".state-words")).ToContainTextAsync("Version 1 is live");
        Assert.Equal(["Birch", "Elder", "Damson", "Alder"], await ReadersSeeAsync(context));

        // Another one onto the lead: the first has no place any more. Then back among the stories.
        await page.GotoAsync("/newsroom/front-page");
        await page.Locator("front-page-desk[data-ready]").WaitForAsync();
        await DragAsync(page, "[data-zone=seconds][data-slot='1'] .grip", "[data-zone=lead][data-slot='0']");
        await Assertions.Expect(said).ToContainTextAsync("“Damson” stands in place 1 of 1: Lead. It is not live yet. “Birch” lost its place: the zone is full.");
        await DragAsync(page, "[data-zone=seconds][data-slot='2'] .grip", ".tray");
        await Assertions.Expect(said).ToContainTextAsync("“Alder” has no place any more");
        await page.ClickAsync(".desk-bar button.next");
        await Assertions.Expect(page.Locator(".state-words")).ToContainTextAsync("Version 2 is live");
        Assert.Equal(["Damson", "Elder", "Cedar", "Birch"], await ReadersSeeAsync(context));

        // With a thumb: hold what came by itself, and put it live, without a hand on anything else.
        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync("/newsroom/front-page");
        await page.Locator("front-page-desk[data-ready]").WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        Assert.Empty(await WrongAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Hold it here: “Cedar”" }).ClickAsync();
        await Assertions.Expect(said).ToContainTextAsync("“Cedar” stands in place 2 of 3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move “Cedar” up" }).ClickAsync();
        await Assertions.Expect(said).ToContainTextAsync("place 1 of 3");
        await page.ClickAsync(".desk-bar button.next");
        await Assertions.Expect(page.Locator(".state-words")).ToContainTextAsync("Version 3 is live");
        Assert.Equal(["Damson", "Cedar", "Elder", "Birch"], await ReadersSeeAsync(context));
    }

    private static async Task DragAsync(IPage page, string from, string to)
    {
        var (grip, place) = (page.Locator(from), page.Locator(to));
        await grip.ScrollIntoViewIfNeededAsync();
        var (start, end) = ((await grip.BoundingBoxAsync())!, (await place.BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(start.X + start.Width / 2, start.Y + start.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(start.X + 30, start.Y + 15);
        await page.Mouse.MoveAsync(end.X + Math.Min(60, end.Width / 2), end.Y + Math.Min(20, end.Height / 2), new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    private static async Task<string[]> ReadersSeeAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        var seen = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.front-top .story h2')].map(one => one.textContent.trim())");
        await page.CloseAsync();
        return seen;
    }

    private static Task<string[]> WrongAsync(IPage page) => page.EvaluateAsync<string[]>("""
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(one => `${one.id} ${one.nodes.slice(0, 3).map(node => node.html).join(' | ')}`)
        """);
}
