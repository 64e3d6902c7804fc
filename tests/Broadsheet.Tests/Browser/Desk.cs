using System.Net;
using System.Net.Sockets;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Tests.Accounts;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>A newsroom on a port that a restart keeps, a draft, and Mara with her browser.</summary>
public sealed class Desk : IAsyncDisposable
{
    public required Newsroom Newsroom { get; init; }
    public required Chromium Chromium { get; init; }
    public required IBrowserContext Mara { get; init; }
    public required Article Article { get; init; }

    public static async Task<Desk> OpenAsync()
    {
        var newsroom = await Newsroom.OpenAsync(settings: machine => machine with { Urls = $"http://127.0.0.1:{FreePort()}" });
        var chromium = await Chromium.StartAsync();
        var mara = await newsroom.HireAsync(Role.Editor, "mara@harbour.example", StaffOfTests.Password);
        return new() { Newsroom = newsroom, Chromium = chromium, Mara = await chromium.SignedInAsync(newsroom, mara), Article = await newsroom.DraftAsync("Harbour wall falls") };
    }

    public async Task<IPage> EditAsync(IBrowserContext? person = null)
    {
        var page = await (person ?? Mara).NewPageAsync();
        await page.GotoAsync($"/newsroom/articles/{Article.Id}");
        await page.Locator("article-editor[data-ready]").WaitForAsync();
        return page;
    }

    public static async Task TypeAsync(IPage page, string words, float delay = 0)
    {
        await page.BringToFrontAsync();
        await page.ClickAsync(".body-text p");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(words, new() { Delay = delay });
    }

    public static async Task PasteAsync(IPage page, string html)
    {
        await page.ClickAsync(".body-text p");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await page.EvaluateAsync("""
            html => {
                const data = new DataTransfer()
                data.setData('text/html', html)
                document.querySelector('.body-text').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
            }
            """, html);
    }

    /// <summary>Puts in what the slash menu offers under these words, on the line below the last one.</summary>
    public static async Task InsertAsync(IPage page, string words)
    {
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("/" + words);
        await Assertions.Expect(page.Locator("#slash-menu [aria-selected=true]")).ToContainTextAsync(words);
        await page.Keyboard.PressAsync("Enter");
    }

    public static Task SeesSavedAsync(IPage page) =>
        Assertions.Expect(page.Locator("[data-save-state]")).ToContainTextAsync("Saved ");

    public async Task<string> BodyAsync() => (await Newsroom.ReloadAsync(Article)).Draft.Content.Body.ToJson();

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await Newsroom.DisposeAsync();
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
