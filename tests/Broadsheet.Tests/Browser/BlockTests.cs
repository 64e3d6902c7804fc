using System.Text.Json.Nodes;
using Broadsheet.Files;
using Broadsheet.Tests.Pictures;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>Every block of the schema is put in, changed and taken out by keyboard alone, and stands on the paper.</summary>
public sealed class BlockTests
{
    private static readonly byte[] Credited = JpegWithIptc.Of("The quay at dawn", "Ana Ruiz", "Harbour Photo", new(2026, 2, 4));

    [Fact]
    public async Task Blocks_of_words_are_written_by_keyboard_and_stand_on_the_paper()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();
        await page.ClickAsync(".body-text p");

        foreach (var (words, typed) in new[] { ("Heading", "What fell"), ("Subheading", "And when"), ("Small heading", "And why"), ("Quote", "We heard it."), ("Numbered list", "First") })
        {
            await Desk.InsertAsync(page, words);
            await page.Keyboard.TypeAsync(typed);
            // Enter on an empty line leaves a quote or a list.
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Enter");
        }
        await Desk.InsertAsync(page, "Pull quote");
        await page.Keyboard.TypeAsync("Nobody had looked for years.");
        await page.Keyboard.PressAsync("Alt+Enter");
        await page.Keyboard.TypeAsync("The harbour master");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+Enter");
        await Desk.InsertAsync(page, "Fact box");
        await page.Keyboard.TypeAsync("Built in 1881.");
        await page.Keyboard.PressAsync("Alt+Enter");
        await page.Keyboard.TypeAsync("The wall");
        await page.Keyboard.PressAsync("Control+Enter");
        await Desk.InsertAsync(page, "Rule");
        await Desk.InsertAsync(page, "Embed");
        await page.Locator("dialog.ask input").FillAsync("not an address");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("dialog.ask .problem")).ToContainTextAsync("begins with https://");
        await page.Locator("dialog.ask input").FillAsync("https://harbour.example/map");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".body-text .embed.in-hand")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("A map of the harbour");
        await Desk.SeesSavedAsync(page);

        Assert.Equal(
            ["paragraph", "heading", "heading", "heading", "blockquote", "orderedList", "pullQuote", "factBox", "rule", "embed"],
            (await TypesAsync(desk)).Where((type, at) => at == 0 || type != "paragraph"));
        await page.ReloadAsync();
        await page.Locator("article-editor[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator(".body-text .factBox")).ToContainTextAsync("Built in 1881.");
        var paper = await PublishAsync(desk, page);
        Assert.All(
            ["What fell</h2>", "And when</h3>", "And why</h4>", "We heard it.", "<ol", "class=\"pull-quote\"", "The harbour master</figcaption>", "class=\"fact-box\"", "The wall</p>", "<hr", "A map of the harbour</a>"],
            part => Assert.Contains(part, paper));
    }

    [Fact]
    public async Task Pictures_files_and_stories_are_chosen_from_the_library_by_keyboard()
    {
        await using var desk = await Desk.OpenAsync();
        await LibraryTests.TakeInAsync(desk.Newsroom, Credited, "quay.jpg");
        await LibraryTests.TakeInAsync(desk.Newsroom, JpegWithIptc.Of("The wall", "Ana Ruiz", "Harbour Photo", new(2026, 2, 5)), "wall.jpg");
        await desk.Newsroom.ChangeAsync(newspaper => newspaper.Files.Add(new StoredFile(new string('a', 64), FileKind.Pdf, 2_300_000, "report.pdf", desk.Newsroom.Clock.GetUtcNow(), 0)));
        await desk.Newsroom.PublishAsync(await desk.Newsroom.DraftAsync("The wall before the storm"));
        var page = await desk.EditAsync();
        await page.ClickAsync(".body-text p");

        await Desk.InsertAsync(page, "Picture");
        await ChooseAsync(page, "dawn", 1);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("The quay this morning");
        await page.Keyboard.PressAsync("Control+Enter");
        await Desk.InsertAsync(page, "Gallery");
        await ChooseAsync(page, "", 2);
        await page.Keyboard.PressAsync("Control+Enter");
        await Desk.InsertAsync(page, "File");
        await ChooseAsync(page, "", 1, many: false);
        await page.Keyboard.PressAsync("Control+Enter");
        await Desk.InsertAsync(page, "Related stories");
        await ChooseAsync(page, "before", 1);
        await Assertions.Expect(page.Locator(".body-text .relatedBox")).ToContainTextAsync("The wall before the storm");
        await Desk.SeesSavedAsync(page);

        await page.ReloadAsync();
        await page.Locator("article-editor[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator(".body-text .relatedBox")).ToContainTextAsync("The wall before the storm");
        await Assertions.Expect(page.Locator(".body-text .gallery .picture")).ToHaveCountAsync(2);
        var paper = await PublishAsync(desk, page);
        Assert.All(["The quay this morning", "class=\"gallery\"", "class=\"file\"", "class=\"related\"", "The wall before the storm"], part => Assert.Contains(part, paper));
    }

    [Fact]
    public async Task Rows_and_columns_are_added_and_removed_by_keyboard()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();
        await page.ClickAsync(".body-text p");
        await Desk.InsertAsync(page, "Table");
        await page.Keyboard.TypeAsync("Year");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Height");
        for (var cell = 0; cell < 8; cell++) await page.Keyboard.PressAsync("Tab"); // past the last: a fourth row
        await Assertions.Expect(page.Locator(".body-text tr")).ToHaveCountAsync(4);

        await ToolAsync(page, "Column after");
        await Assertions.Expect(page.Locator(".body-text tr:first-child > *")).ToHaveCountAsync(4);
        await ToolAsync(page, "Remove column");
        await ToolAsync(page, "Row below");
        await Assertions.Expect(page.Locator(".body-text tr")).ToHaveCountAsync(5);
        await ToolAsync(page, "Remove row");
        await Assertions.Expect(page.Locator(".body-text tr")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator(".body-text tr:first-child > *")).ToHaveCountAsync(3);
        await page.Keyboard.TypeAsync("1881");
        await Desk.SeesSavedAsync(page);
        Assert.Contains("1881", await PublishAsync(desk, page));

        await page.Locator("article-editor[data-ready]").WaitForAsync();
        await page.ClickAsync(".body-text td >> nth=0");
        await ToolAsync(page, "Remove table");
        await Assertions.Expect(page.Locator(".body-text table")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".table-bar")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_block_is_moved_and_removed_and_the_last_picture_takes_its_gallery_along()
    {
        await using var desk = await Desk.OpenAsync();
        await LibraryTests.TakeInAsync(desk.Newsroom, Credited, "quay.jpg");
        var page = await desk.EditAsync();
        await page.ClickAsync(".body-text p");
        await Desk.InsertAsync(page, "Rule");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator(".body-text > hr:first-child")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Control+Shift+Backspace");
        await Assertions.Expect(page.Locator(".body-text hr")).ToHaveCountAsync(0);

        await Desk.InsertAsync(page, "Gallery");
        await ChooseAsync(page, "", 1);
        await page.ClickAsync(".body-text .gallery img");
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Locator(".body-text .gallery")).ToHaveCountAsync(0);
        await Desk.SeesSavedAsync(page);

        Assert.All(await TypesAsync(desk), type => Assert.Equal("paragraph", type));
    }

    [Fact]
    public async Task An_address_pasted_over_words_makes_them_a_link()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.EditAsync();
        await page.ClickAsync(".body-text p");
        await page.Keyboard.PressAsync("Control+End");
        for (var letter = 0; letter < "noon.".Length; letter++) await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await page.EvaluateAsync("""
            () => {
                const data = new DataTransfer()
                data.setData('text/plain', 'https://harbour.example/noon')
                document.querySelector('.body-text').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
            }
            """);
        await Desk.SeesSavedAsync(page);

        await Assertions.Expect(page.Locator(".body-text a[href='https://harbour.example/noon']")).ToHaveTextAsync("noon.");
        Assert.Contains("https://harbour.example/noon", await desk.BodyAsync());
    }

    /// <summary>Searches, goes down to the first ones and takes them.</summary>
    private static async Task ChooseAsync(IPage page, string words, int count, bool many = true)
    {
        var dialog = page.Locator("dialog.chooser");
        await Assertions.Expect(dialog).ToHaveAttributeAsync("data-state", "shown");
        await page.Keyboard.TypeAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog.Locator(".choice")).ToHaveCountAsync(count);
        await Assertions.Expect(dialog).ToHaveAttributeAsync("data-state", "shown");
        await page.Keyboard.PressAsync("ArrowDown");
        for (var number = 0; number < count; number++)
        {
            await Assertions.Expect(dialog.Locator(".choice").Nth(number)).ToBeFocusedAsync();
            await page.Keyboard.PressAsync(many ? "Space" : "Enter");
            if (number < count - 1) await page.Keyboard.PressAsync("ArrowRight");
        }
        if (many) await dialog.Locator("button.next").PressAsync("Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".body-text")).ToBeFocusedAsync();
    }

    /// <summary>From the text into the table's bar, along it, and the button pressed.</summary>
    private static async Task ToolAsync(IPage page, string name)
    {
        await page.Keyboard.PressAsync("Alt+F10");
        await Assertions.Expect(page.Locator(".table-bar button:focus")).ToHaveCountAsync(1);
        while (await page.Locator(".table-bar button:focus").InnerTextAsync() != name) await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".body-text")).ToBeFocusedAsync();
    }

    private static async Task<string> PublishAsync(Desk desk, IPage page)
    {
        await page.ClickAsync(".act button.next");
        await Assertions.Expect(page.Locator(".state-words strong")).ToHaveTextAsync("Published");
        return await desk.Newsroom.Client.GetStringAsync($"/city/{(await desk.Newsroom.ReloadAsync(desk.Article)).Slug}");
    }

    private static async Task<IEnumerable<string>> TypesAsync(Desk desk) =>
        JsonNode.Parse(await desk.BodyAsync())!["content"]!.AsArray().Select(block => (string)block!["type"]!);
}
