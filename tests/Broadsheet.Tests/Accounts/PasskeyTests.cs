using Broadsheet.Accounts;
using Broadsheet.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Accounts;

/// <summary>Passkeys in a real Chromium with the virtual authenticator of its debugging protocol.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private const string Email = "mara@harbour.example";

    private Newsroom newsroom = null!;
    private Chromium chromium = null!;
    private IPage page = null!;
    private ICDPSession devtools = null!;

    // Passkeys belong to a domain: an address in numbers has none.
    private string Address => Chromium.AddressOf(newsroom);

    public async ValueTask InitializeAsync()
    {
        newsroom = await Newsroom.OpenAsync();
        await newsroom.HireAsync(Role.Editor, Email, StaffOfTests.Password);
        chromium = await Chromium.StartAsync();
        page = await (await chromium.NewContextAsync()).NewPageAsync();
        devtools = await page.Context.NewCDPSessionAsync(page);
        authenticator = await VirtualAuthenticator.AddAsync(devtools);
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await newsroom.DisposeAsync();
    }

    [Fact]
    public async Task One_is_added_signs_in_by_itself_and_opens_nothing_once_removed()
    {
        await SignInWithPasswordAsync();
        await page.GotoAsync($"{Address}/newsroom/account");
        await page.GetByLabel("What is this device called?").FillAsync("Mara’s laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Mara’s laptop")).ToBeVisibleAsync();

        await SignOutAsync();
        await PressPasskeyAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/newsroom/account");
        Assert.Equal(SignInMethod.Passkey, await newsroom.AskAsync(newspaper => newspaper.Sessions.Select(one => one.Method).SingleAsync()));

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Mara’s laptop")).ToHaveCountAsync(0);
        await SignOutAsync();
        await PressPasskeyAsync();
        await Assertions.Expect(page.GetByText("This passkey does not open this paper.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_the_persons_finger_or_pin_it_does_not_sign_in()
    {
        await SignInWithPasswordAsync();
        await page.GotoAsync($"{Address}/newsroom/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true })).ToBeVisibleAsync();
        await SignOutAsync();

        await devtools.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = authenticator, ["isUserVerified"] = false });
        // The button is disabled while the browser asks, and comes back when it was told no.
        await page.RunAndWaitForResponseAsync(PressPasskeyAsync, answer => answer.Url.EndsWith("/challenge", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })).ToBeEnabledAsync();
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Sessions.CountAsync()));
    }

    private string authenticator = "";

    private async Task SignInWithPasswordAsync()
    {
        await page.GotoAsync($"{Address}/newsroom/sign-in?next=/newsroom/account");
        await page.GetByLabel("E-mail").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(StaffOfTests.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/newsroom/account");
    }

    private async Task SignOutAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.GotoAsync($"{Address}/newsroom/sign-in?next=/newsroom/account");
    }

    private Task PressPasskeyAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
}
