using System.Net;
using Broadsheet.Readers;
using Broadsheet.Readers.Passkeys;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Readers;

/// <summary>Readers' passkeys in a real Chromium with the virtual authenticator of its debugging protocol.</summary>
public sealed class ReaderPasskeyTests : IAsyncLifetime
{
    private const string Add = "Add a passkey on this device", SignIn = "Sign in with a passkey";

    private Newsroom paper = null!;
    private Chromium chromium = null!;
    private IBrowserContext context = null!;
    private IPage page = null!;

    private string Address => Chromium.AddressOf(paper);

    public async ValueTask InitializeAsync()
    {
        paper = await Newsroom.OpenAsync();
        chromium = await Chromium.StartAsync();
        context = await chromium.NewContextAsync(new() { Locale = "en-GB" });
        page = await context.NewPageAsync();
        await VirtualAuthenticator.AddAsync(await context.NewCDPSessionAsync(page));
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await paper.DisposeAsync();
    }

    [Fact]
    public async Task One_is_added_signs_in_without_a_mail_and_opens_nothing_once_removed()
    {
        await SignInBySessionAsync("lena@reader.example");
        await page.GotoAsync($"{Address}/account");
        await page.GetByRole(AriaRole.Button, new() { Name = Add }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your passkeys are changed.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        Assert.Equal(0, await paper.AskAsync(newspaper => newspaper.ReaderSessions.CountAsync()));

        await PressPasskeyAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/account");
        await Assertions.Expect(page.GetByText("lena@reader.example")).ToBeVisibleAsync();
        Assert.Equal(1, await paper.AskAsync(newspaper => newspaper.ReaderSessions.CountAsync()));

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove:" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await PressPasskeyAsync();
        await Assertions.Expect(page.GetByText("This passkey opens no account here")).ToBeVisibleAsync();
        Assert.Equal(0, await paper.AskAsync(newspaper => newspaper.ReaderSessions.CountAsync()));
    }

    [Fact]
    public async Task A_passkey_of_the_staff_opens_no_readers_account_and_what_was_signed_elsewhere_none()
    {
        await SignInBySessionAsync("lena@reader.example");
        await page.GotoAsync($"{Address}/account");
        await page.GetByRole(AriaRole.Button, new() { Name = Add }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your passkeys are changed.")).ToBeVisibleAsync();

        // The same device at the newsroom's door: a reader is nobody there.
        await page.GotoAsync($"{Address}/newsroom/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = SignIn }).ClickAsync();
        await Assertions.Expect(page.GetByText("This passkey does not open this paper.")).ToBeVisibleAsync();

        using var browser = new StaffBrowser(paper);
        browser.Headers["Sec-Fetch-Site"] = "cross-site";
        var challenge = await browser.SubmitAsync("/sign-in/passkey/challenge");
        Assert.Equal(HttpStatusCode.Forbidden, challenge.StatusCode);
    }

    [Fact]
    public async Task Erasing_the_reader_erases_her_passkeys()
    {
        await SignInBySessionAsync("lena@reader.example");
        await page.GotoAsync($"{Address}/account");
        await page.GetByRole(AriaRole.Button, new() { Name = Add }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your passkeys are changed.")).ToBeVisibleAsync();
        Assert.Equal(1, await paper.AskAsync(newspaper => newspaper.ReaderPasskeys.CountAsync()));

        await page.GotoAsync($"{Address}/account/erasure");
        await page.Locator("main form button").ClickAsync();
        await page.WaitForLoadStateAsync();

        Assert.Equal((0, 0), await paper.AskAsync(async newspaper => (await newspaper.Readers.CountAsync(), await newspaper.ReaderPasskeys.CountAsync())));
    }

    private async Task SignInBySessionAsync(string address)
    {
        var secret = await paper.SessionOfReaderAsync(address);
        // Chromium takes Secure cookies for localhost; told under https they are the same cookies.
        await context.AddCookiesAsync([new() { Name = "__Host-reader", Value = secret.Text, Url = Address.Replace("http:", "https:", StringComparison.Ordinal), Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
    }

    private async Task PressPasskeyAsync()
    {
        await page.GotoAsync($"{Address}/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = SignIn }).ClickAsync();
    }
}
