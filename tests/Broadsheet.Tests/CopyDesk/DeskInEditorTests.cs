using Broadsheet.CopyDesk.House;
using Broadsheet.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Broadsheet.Tests.CopyDesk;

/// <summary>The desk beside the editor: underlined while writing, mended with one press, ignored with a reason, all by keyboard.</summary>
public sealed class DeskInEditorTests
{
    private static readonly string[] Both = ["condemn on", "on a daily basis"];

    [Fact]
    public async Task A_finding_is_underlined_mended_and_another_ignored()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();
        await Desk.TypeAsync(page, " The council refused to condemn on the attack. It meets on a daily basis in the hall.");
        var asked = page.Locator(".body-text .asked");
        await Assertions.Expect(asked).ToHaveTextAsync(Both);

        await page.GetByRole(AriaRole.Button, new() { Name = "Put “condemn”" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".body-text")).ToContainTextAsync("refused to condemn the attack.");
        await Assertions.Expect(asked).ToHaveTextAsync(Both[1]);

        await page.GetByRole(AriaRole.Button, new() { Name = "Ignore, because …" }).First.PressAsync("Enter");
        await page.Keyboard.TypeAsync("It is their own phrase.");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(asked).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".copy-desk")).ToContainTextAsync("One is ignored");

        // The mended text is the saved one, and the reason outlasts a reload and other words.
        await Desk.SeesSavedAsync(page);
        await page.ReloadAsync();
        await page.Locator("article-editor[data-ready]").WaitForAsync();
        await Desk.TypeAsync(page, " So it said.");
        await Desk.SeesSavedAsync(page);
        await Assertions.Expect(page.Locator(".copy-desk")).ToContainTextAsync("One is ignored");
        await Assertions.Expect(asked).ToHaveCountAsync(0);
        var notes = await desk.Newsroom.AskAsync(newspaper => newspaper.CopyNotes.Where(note => note.TakenAt != null || note.IgnoredAt != null).OrderBy(note => note.Rule).ToListAsync());
        Assert.Equal([("verb-preposition", ""), ("wordy", "It is their own phrase.")], notes.Select(note => (note.Rule, note.Because)));
    }
}
