using Broadsheet.Accounts;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>The machine's own Chromium, over the whole program. One browser a test, one context a person.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = OnPath("chromium") ?? OnPath("chromium-browser") ?? throw new InvalidOperationException("These tests need chromium on the PATH."),
            Args = ["--no-sandbox", "--disable-background-networking"],
        });
        return new(playwright, browser);
    }

    /// <summary>A person with a browser of her own, signed in, at the paper's address as it is printed.</summary>
    public async Task<IBrowserContext> SignedInAsync(Newsroom newsroom, StaffMember member, BrowserNewContextOptions? options = null)
    {
        var secret = Secret.New();
        await newsroom.ChangeAsync(newspaper => newspaper.Sessions.Add(new Session(member, secret, SignInMethod.Passkey, "Chromium", "127.0.0.1", newsroom.Clock.GetUtcNow())));
        var context = await Browser.NewContextAsync(new(options ?? new()) { BaseURL = AddressOf(newsroom) });
        // Chromium takes Secure cookies for localhost; told under https they are the same cookies.
        await context.AddCookiesAsync([new() { Name = "__Host-staff", Value = secret.Text, Url = AddressOf(newsroom).Replace("http:", "https:", StringComparison.Ordinal), Secure = true, HttpOnly = true }]);
        return context;
    }

    public static string AddressOf(Newsroom newsroom) => $"http://localhost:{newsroom.Client.BaseAddress!.Port}";

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
