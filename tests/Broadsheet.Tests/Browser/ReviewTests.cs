using Broadsheet.Accounts;
using Broadsheet.Comments;
using Broadsheet.Tests.Accounts;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>Done when 4, its first half: comment, reply, suggestion, acceptance, by keyboard alone; then on a phone.</summary>
public sealed class ReviewTests
{
    [Fact]
    public async Task Comment_reply_suggestion_and_acceptance_by_keyboard_alone()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();
        var keys = page.Keyboard;

        // A comment on two words, with a colleague named by the first letters of her name.
        await page.Locator("[name=Headline]").FocusAsync();
        await page.Locator(".body-text").FocusAsync();
        await keys.PressAsync("Control+Home");
        for (var word = 0; word < 2; word++) await keys.PressAsync("Control+Shift+ArrowRight");
        await keys.PressAsync("Control+Alt+m");
        await keys.TypeAsync("Which wall? @Mar");
        await Assertions.Expect(page.Locator(".mentions [aria-selected=true]")).ToHaveTextAsync("Mara Editor");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".thread .said")).ToHaveTextAsync("Which wall? @Mara Editor");
        await Assertions.Expect(page.Locator(".body-text .commented")).ToHaveTextAsync("The wall");
        await Desk.SeesSavedAsync(page);

        // A reply.
        await Assertions.Expect(page.Locator(".thread")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        for (var step = 0; step < 3 && !await page.Locator(".thread textarea").EvaluateAsync<bool>("area => area === document.activeElement"); step++) await keys.PressAsync("Tab");
        await keys.TypeAsync("The northern one.");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".thread .said").Nth(1)).ToHaveTextAsync("The northern one.");
        await keys.PressAsync("Escape");

        // A suggestion: a word replaced, a word put in, a paragraph begun, and letters taken back.
        await keys.PressAsync("Control+Alt+s");
        await keys.PressAsync("Control+End");
        for (var letter = 0; letter < "noon.".Length; letter++) await keys.PressAsync("Backspace");
        await keys.TypeAsync("dawnx");
        await keys.PressAsync("Backspace");
        await keys.TypeAsync(".");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("Boats were lost.");
        await Assertions.Expect(page.Locator(".body-text del")).ToHaveTextAsync("noon.");
        await Assertions.Expect(page.Locator(".body-text ins").First).ToHaveTextAsync("dawn.");
        await Desk.SeesSavedAsync(page);
        var draft = (await desk.Newsroom.ReloadAsync(desk.Article)).Draft.Content.Body;
        Assert.Equal("The wall fell at noon.", string.Join('|', draft.AsItStands().Content.Select(CommentDesk.WordsOf)));
        Assert.All(draft.Suggestions, one => Assert.Equal("Mara Editor", one.Suggestion.Author));

        // Accepted by key at the cursor, in the text.
        await keys.PressAsync("Control+Home");
        for (var tries = 0; tries < 5 && await page.Locator(".body-text :is(ins, del, .suggested-split)").CountAsync() > 0; tries++)
        {
            await keys.PressAsync("Control+Alt+j");
            await keys.PressAsync("Control+Alt+y");
        }
        await Assertions.Expect(page.Locator(".body-text p")).ToHaveTextAsync(["The wall fell at dawn.", "Boats were lost."]);
        await Desk.SeesSavedAsync(page);
        var body = (await desk.Newsroom.ReloadAsync(desk.Article)).Draft.Content.Body;
        Assert.False(body.HasSuggestions);
        Assert.Equal("The wall", Assert.Single(body.Commented).Value);
    }

    [Fact]
    public async Task Rejected_everything_is_as_it_was_and_what_cannot_be_suggested_says_so()
    {
        await using var desk = await Desk.OpenAsync();
        await using var phone = await desk.Chromium.SignedInAsync(desk.Newsroom, await desk.Newsroom.HireAsync(Role.Editor), new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true });
        var page = await desk.EditAsync(phone);
        var before = (await desk.Newsroom.ReloadAsync(desk.Article)).Draft.Content.Body;

        await page.TapAsync(".body-text p");
        await page.TapAsync(".suggest-mode");
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("Late: ");
        for (var step = 0; step < 4; step++) await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Delete");
        await Desk.PasteAsync(page, "<p>one</p><ul><li>two</li><li>three</li></ul>");
        await Assertions.Expect(page.Locator(".body-text li")).ToHaveTextAsync(["two", "three"]);
        await page.Keyboard.PressAsync("Control+Alt+3");
        await Assertions.Expect(page.Locator(".said.notice")).ToContainTextAsync("cannot be suggested");
        await Assertions.Expect(page.Locator(".body-text h3")).ToHaveCountAsync(0);
        await Desk.SeesSavedAsync(page);
        Assert.Equal("The wall fell at noon.", string.Join('|', (await desk.Newsroom.ReloadAsync(desk.Article)).Draft.Content.Body.AsItStands().Content.Select(CommentDesk.WordsOf)));

        await page.TapAsync(".review-open"); // the bar is there as long as one is in the text
        await page.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).TapAsync();
        await Assertions.Expect(page.Locator(".body-text ins, .body-text del")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".body-text p")).ToHaveTextAsync(["The wall fell at noon."]);
        await Desk.SeesSavedAsync(page);
        Assert.Equal(before, (await desk.Newsroom.ReloadAsync(desk.Article)).Draft.Content.Body);
    }
}
