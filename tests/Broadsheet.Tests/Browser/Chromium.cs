using System.Collections.Concurrent;
using Broadsheet.Accounts;
using Broadsheet.Bench;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browser;

/// <summary>The machine's own Chromium, over the whole program. One browser a test at a time, one context a person.</summary>
public sealed class Chromium : IAsyncDisposable
{
    // A browser outlives its test: starting one costs more than most tests ask of it. Never two tests in one, since Playwright's
    // connection is for one thread. What is idle at the end goes with this process.
    private static readonly ConcurrentBag<Running> Idle = [];

    private readonly Running running;

    private readonly List<IBrowserContext> contexts = [];

    private Chromium(Running running) => this.running = running;

    /// <param name="hasPictures">False where what pictures show is no matter.</param>
    public static async Task<Chromium> StartAsync(bool hasPictures = true)
    {
        Assertions.SetDefaultExpectTimeout(60_000);
        if (!hasPictures) return new(await Running.LaunchAsync(hasPictures: false));
        while (Idle.TryTake(out var idle))
        {
            if (idle.Browser.IsConnected) return new(idle);
            idle.Playwright.Dispose();
        }
        return new(await Running.LaunchAsync(hasPictures: true));
    }

    /// <summary>A person with a browser of her own, and with the patience that a busy test machine asks for: no test says how fast something is.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null)
    {
        var context = await running.Browser.NewContextAsync(options);
        contexts.Add(context);
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
        foreach (var context in contexts) await context.DisposeAsync();
        if (running.HasPictures) Idle.Add(running);
        else await running.CloseAsync();
    }

    private sealed record Running(IPlaywright Playwright, IBrowser Browser, bool HasPictures)
    {
        internal static async Task<Running> LaunchAsync(bool hasPictures)
        {
            var playwright = await Microsoft.Playwright.Playwright.CreateAsync();
            return new(playwright, await InstalledChromium.LaunchAsync(playwright, hasPictures), hasPictures);
        }

        internal async Task CloseAsync()
        {
            await Browser.DisposeAsync();
            Playwright.Dispose();
        }
    }
}
