using Broadsheet.Accounts;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Pictures;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>The lead picture is chosen by looking at it, with script and without.</summary>
public sealed class PicturePickerTests
{
    private static readonly byte[] Credited = JpegWithIptc.Of("The quay at dawn", "Ana Ruiz", "Harbour Photo", new(2026, 2, 4));

    [Fact]
    public async Task A_lead_picture_is_found_by_its_words_and_taken_out_again()
    {
        await using var desk = await Desk.OpenAsync();
        var quay = await LibraryTests.TakeInAsync(desk.Newsroom, Credited, "quay.jpg");
        await LibraryTests.TakeInAsync(desk.Newsroom, TestPicture.Jpeg(1600, 800), "uncredited.jpg");
        var page = await desk.EditAsync();
        var choose = page.Locator("#field-LeadPicture");

        await choose.PressAsync("Enter");
        var dialog = page.Locator("dialog.chooser");
        await Assertions.Expect(dialog.Locator(".choice")).ToHaveCountAsync(2);
        await Assertions.Expect(dialog.Locator(".choice").Filter(new() { HasText = "uncredited.jpg" })).ToContainTextAsync("No credit: cannot be published");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(choose).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("dawn");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog.Locator(".choice")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("picture-field")).ToContainTextAsync("Harbour Photo");
        await Assertions.Expect(choose).ToBeFocusedAsync();
        await Desk.SeesSavedAsync(page);
        Assert.Equal(quay.PublicId, (await desk.Newsroom.ReloadAsync(desk.Article)).Draft.Content.LeadPicture?.Picture);

        await page.ReloadAsync();
        await page.Locator("article-editor[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator("picture-field img")).ToHaveCountAsync(1);
        await page.ClickAsync("picture-field >> text=Take it out");
        await Assertions.Expect(page.Locator("picture-field img")).ToHaveCountAsync(0);
        await Desk.SeesSavedAsync(page);
        Assert.Null((await desk.Newsroom.ReloadAsync(desk.Article)).Draft.Content.LeadPicture);
    }

    [Fact]
    public async Task A_picture_is_uploaded_from_the_picker_and_says_that_it_has_no_credit()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();
        var other = await desk.EditAsync();

        await page.ClickAsync("#field-LeadPicture");
        await page.SetInputFilesAsync("dialog.chooser input[type=file]", new FilePayload { Name = "notes.jpg", MimeType = "image/jpeg", Buffer = "notes"u8.ToArray() });
        await Assertions.Expect(page.Locator("dialog.chooser")).ToContainTextAsync("notes.jpg: This is not a picture we can read.");
        await page.SetInputFilesAsync("dialog.chooser input[type=file]", new FilePayload { Name = "storm.jpg", MimeType = "image/jpeg", Buffer = TestPicture.Jpeg(1600, 800) });
        await Assertions.Expect(page.Locator("picture-field")).ToContainTextAsync("No credit: cannot be published");
        await Desk.SeesSavedAsync(page);

        // Another tab did not know this picture when it was opened.
        await Assertions.Expect(other.Locator("picture-field")).ToContainTextAsync("storm.jpg");
    }

    [Fact]
    public async Task Without_script_it_is_chosen_among_the_newest()
    {
        await using var desk = await Desk.OpenAsync();
        var quay = await LibraryTests.TakeInAsync(desk.Newsroom, Credited, "quay.jpg");
        await using var plain = await desk.Chromium.SignedInAsync(desk.Newsroom, await desk.Newsroom.HireAsync(Role.Editor), new() { JavaScriptEnabled = false });
        var page = await plain.NewPageAsync();
        await page.GotoAsync($"/newsroom/articles/{desk.Article.Id}");

        await page.SelectOptionAsync("[name=LeadPicture]", new SelectOptionValue { Label = "The quay at dawn" });
        await page.ClickAsync("[data-save]");

        Assert.Equal(quay.PublicId, (await desk.Newsroom.ReloadAsync(desk.Article)).Draft.Content.LeadPicture?.Picture);
        await Assertions.Expect(page.Locator("[name=LeadPicture]")).ToHaveValueAsync(quay.PublicId.ToString());
    }
}
