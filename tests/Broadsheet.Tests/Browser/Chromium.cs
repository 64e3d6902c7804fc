using Broadsheet.Accounts;
using Broadsheet.Bench;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>The machine's own Chromium, over the whole program. One browser a test, one context a person.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright playwright;

    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <param name="hasPictures">False where what pictures show is no matter.</param>
    public static async Task<Chromium> StartAsync(bool hasPictures = true)
    {
        Assertions.SetDefaultExpectTimeout(60_000);
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await InstalledChromium.LaunchAsync(playwright, hasPictures));
    }

    /// <summary>A person with a browser of her own, and with the patience that a busy test machine asks for: no test says how fast something is.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(150_000);
        return context;
    }

    /// <summary>A person with a browser of her own, signed in, at the paper's address as it is printed.</summary>
    public async Task<IBrowserContext> SignedInAsync(Newsroom newsroom, StaffMember member, BrowserNewContextOptions? options = null)
    {
        var secret = Secret.New();
        await newsroom.ChangeAsync(newspaper => newspaper.Sessions.Add(new Session(member, secret, SignInMethod.Passkey, "Chromium", "127.0.0.1", newsroom.Clock.GetUtcNow())));
        var context = await NewContextAsync(new(options ?? new()) { BaseURL = AddressOf(newsroom) });
        // Chromium takes Secure cookies for localhost; told under https they are the same cookies.
        await context.AddCookiesAsync([new() { Name = "__Host-staff", Value = secret.Text, Url = AddressOf(newsroom).Replace("http:", "https:", StringComparison.Ordinal), Secure = true, HttpOnly = true }]);
        return context;
    }

    public static string AddressOf(Newsroom newsroom) => $"http://localhost:{newsroom.Client.BaseAddress!.Port}";

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
