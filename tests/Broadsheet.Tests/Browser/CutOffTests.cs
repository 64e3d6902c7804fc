using Broadsheet.Accounts;
using Broadsheet.Tests.Accounts;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>Two in one article, and something between one of them and the program: it lets no socket pass, or nothing at all.</summary>
public sealed class CutOffTests
{
    [Fact]
    public async Task Without_a_socket_two_write_together_all_the_same_and_lists_say_so()
    {
        await using var desk = await Desk.OpenAsync();
        var ada = await desk.Chromium.SignedInAsync(desk.Newsroom, await desk.Newsroom.HireAsync(Role.Editor, "ada@harbour.example", StaffOfTests.Password));
        // One whose sockets never open, and one whose sockets open and are dumb.
        await ada.AddInitScriptAsync("window.WebSocket = class { constructor() { setTimeout(() => this.onclose?.({ code: 1006 })) } close() {} }");
        await desk.Mara.RouteWebSocketAsync("**", _ => { });
        var mine = await desk.EditAsync();
        var theirs = await desk.EditAsync(ada);

        await Desk.TypeAsync(mine, " Nobody was hurt.");
        await SeesAsync(theirs, "The wall fell at noon. Nobody was hurt.");
        await theirs.FillAsync("[name=Standfirst]", "The council met at night");
        await Desk.TypeAsync(theirs, " Boats were lost.");
        await SeesAsync(mine, "The wall fell at noon. Nobody was hurt. Boats were lost.");
        await Assertions.Expect(mine.Locator("[name=Standfirst]")).ToHaveValueAsync("The council met at night");
        await Assertions.Expect(mine.Locator("[data-peers]")).ToContainTextAsync("Also here:");
        await Assertions.Expect(mine.Locator(".body-text .peer-cursor")).ToHaveCountAsync(1);
        foreach (var list in (string[])["articles", "board"])
        {
            var shown = await (await desk.Newsroom.AsAsync(Role.Editor)).ReadAsync($"/newsroom/{list}");
            Assert.Contains("editing-now", shown);
        }
    }

    [Fact]
    public async Task Who_is_cut_off_for_a_minute_writes_on_and_her_words_are_merged_when_she_is_back()
    {
        await using var desk = await Desk.OpenAsync();
        var ada = await desk.Chromium.SignedInAsync(desk.Newsroom, await desk.Newsroom.HireAsync(Role.Editor, "ada@harbour.example", StaffOfTests.Password));
        var mine = await desk.EditAsync();
        var theirs = await ada.NewPageAsync();
        await theirs.Clock.InstallAsync();
        await theirs.GotoAsync($"/newsroom/articles/{desk.Article.Id}");
        await theirs.Locator("article-editor[data-ready]").WaitForAsync();

        await ada.SetOfflineAsync(true);
        await Desk.TypeAsync(theirs, " Boats were lost.");
        await theirs.FillAsync("[name=Standfirst]", "The council met at night");
        await mine.ClickAsync(".body-text p");
        await mine.Keyboard.PressAsync("Control+Home");
        await mine.Keyboard.TypeAsync("On Friday: ");
        await mine.FillAsync("[name=Headline]", "Harbour wall falls again");
        await Desk.SeesSavedAsync(mine);
        await theirs.Clock.FastForwardAsync("01:00");
        await Assertions.Expect(theirs.Locator("[data-save-state]")).ToHaveAttributeAsync("data-state", "offline");
        await SeesAsync(theirs, "The wall fell at noon. Boats were lost.");

        await ada.SetOfflineAsync(false);
        await theirs.Clock.FastForwardAsync("00:15");
        foreach (var page in (IPage[])[mine, theirs])
        {
            await SeesAsync(page, "On Friday: The wall fell at noon. Boats were lost.");
            await Assertions.Expect(page.Locator("[name=Headline]")).ToHaveValueAsync("Harbour wall falls again");
            await Assertions.Expect(page.Locator("[name=Standfirst]")).ToHaveValueAsync("The council met at night");
            await Desk.SeesSavedAsync(page);
        }
        Assert.Contains("On Friday: The wall fell at noon. Boats were lost.", await desk.BodyAsync());
    }

    private static Task SeesAsync(IPage page, string text) => page.WaitForFunctionAsync("""
        text => {
            const body = document.querySelector('.body-text').cloneNode(true)
            for (const mark of body.querySelectorAll('.peer-cursor')) mark.remove()
            return body.textContent === text
        }
        """, text);
}
