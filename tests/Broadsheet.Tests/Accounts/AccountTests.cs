using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Accounts;

/// <summary>One's own account: password, second factor, sessions.</summary>
public sealed partial class AccountTests : IAsyncLifetime
{
    private const string Email = "mara@harbour.example";

    private Newsroom newsroom = null!;

    public async ValueTask InitializeAsync()
    {
        newsroom = await Newsroom.OpenAsync();
        await newsroom.HireAsync(Role.Editor, Email, StaffOfTests.Password);
    }

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task Sessions_are_listed_and_one_that_is_ended_opens_nothing_from_then_on()
    {
        using var desk = await SignInAsync("Mozilla/5.0 (Windows NT 10.0) Firefox/140.0");
        using var phone = await SignInAsync("Mozilla/5.0 (iPhone; CPU iPhone OS 19) Safari/605.1");
        var html = await desk.ReadAsync("/newsroom/account");
        Assert.Contains("Firefox · Windows", html);
        Assert.Contains("Safari · iPhone", html);

        var ends = EndOfSession().Matches(html).Single().Groups[1].Value; // one's own has no such button
        Assert.Equal(302, (int)(await desk.SubmitAsync(ends)).StatusCode);

        Assert.StartsWith("/newsroom/sign-in", (await phone.GetAsync("/newsroom/account")).Headers.Location!.OriginalString);
        await desk.ReadAsync("/newsroom/account");
    }

    [Fact]
    public async Task Nobody_can_end_the_session_of_another()
    {
        using var other = await newsroom.AsAsync(Role.Administrator);
        using var mine = await SignInAsync();
        var target = await newsroom.AskAsync(newspaper => newspaper.Sessions.OrderBy(one => one.Id).Select(one => one.PublicId).FirstAsync());

        await mine.SubmitAsync($"/newsroom/account/sessions/{target}/removal");

        await other.ReadAsync("/newsroom/account");
    }

    [Fact]
    public async Task A_session_ends_after_a_day_of_silence_and_after_two_weeks_in_any_case()
    {
        using var silent = await SignInAsync();
        using var busy = await SignInAsync();
        newsroom.Clock.Advance(TimeSpan.FromHours(23));
        await busy.ReadAsync("/newsroom/account");
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(302, (int)(await silent.GetAsync("/newsroom/account")).StatusCode);

        for (var day = 0; day < 14; day++)
        {
            await busy.ReadAsync("/newsroom/account");
            newsroom.Clock.Advance(TimeSpan.FromHours(23.5));
        }
        Assert.Equal(302, (int)(await busy.GetAsync("/newsroom/account")).StatusCode);
    }

    [Fact]
    public async Task Signing_in_anew_and_changing_the_password_each_give_a_new_key()
    {
        using var browser = await SignInAsync();
        var first = browser.Cookies["__Host-staff"];
        using var elsewhere = await SignInAsync();

        await SubmitPasswordAsync(browser);
        var second = browser.Cookies["__Host-staff"];
        await browser.ReadAsync("/newsroom/account");
        var answer = await browser.SubmitAsync("/newsroom/account/password", ("Current", StaffOfTests.Password), ("New", "Pelican iron window seven"));

        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal(3, new[] { first, second, browser.Cookies["__Host-staff"] }.Distinct().Count());
        foreach (var old in new[] { first, second })
        {
            using var thief = new StaffBrowser(newsroom) { Cookies = { ["__Host-staff"] = old } };
            Assert.Equal(302, (int)(await thief.GetAsync("/newsroom/account")).StatusCode);
        }
        Assert.Equal(302, (int)(await elsewhere.GetAsync("/newsroom/account")).StatusCode);
        await browser.ReadAsync("/newsroom/account");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_itself()
    {
        using var browser = await SignInAsync();
        var key = browser.Cookies["__Host-staff"];
        await browser.ReadAsync("/newsroom/account");

        await browser.SubmitAsync("/newsroom/sign-out");

        Assert.DoesNotContain("__Host-staff", browser.Cookies.Keys);
        using var thief = new StaffBrowser(newsroom) { Cookies = { ["__Host-staff"] = key } };
        Assert.Equal(302, (int)(await thief.GetAsync("/newsroom/account")).StatusCode);
    }

    [Fact]
    public async Task The_database_holds_no_key_that_opens_anything()
    {
        using var browser = await SignInAsync();
        var key = browser.Cookies["__Host-staff"];
        var files = Directory.GetFiles(newsroom.Machine.Data).Where(file => Path.GetFileName(file).StartsWith("broadsheet.db", StringComparison.Ordinal));

        Assert.All(files, file => Assert.False(Holds(file, key)));

        static bool Holds(string file, string text)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_authenticator_is_added_by_its_first_code_and_taken_off_by_the_password()
    {
        using var browser = await SignInAsync();
        var page = await browser.ReadAsync("/newsroom/account/authenticator");
        Assert.Contains("<svg", page);
        var secret = SecretShown().Match(page).Groups[1].Value.Replace(" ", "");

        Assert.Equal(422, (int)(await browser.SubmitAsync("/newsroom/account/authenticator", ("Code", "12"))).StatusCode);
        var answer = await browser.SubmitAsync("/newsroom/account/authenticator", ("Code", TimeCode.At(newsroom.Clock.GetUtcNow(), secret)));
        Assert.Equal(10, RecoveryCode().Count(await answer.Content.ReadAsStringAsync()));
        Assert.Contains("10 recovery codes are left", await browser.ReadAsync("/newsroom/account"));

        Assert.Equal(422, (int)(await browser.SubmitAsync("/newsroom/account/authenticator/removal", ("Password", "wrong wrong wrong"))).StatusCode);
        Assert.Equal(302, (int)(await browser.SubmitAsync("/newsroom/account/authenticator/removal", ("Password", StaffOfTests.Password))).StatusCode);
        Assert.Null((await newsroom.AskAsync(newspaper => newspaper.StaffMembers.SingleAsync(one => one.Email == Email))).Authenticator);
        Assert.Equal(["authenticator-added", "authenticator-removed"], await newsroom.AskAsync(newspaper => newspaper.AuditEntries.Where(one => one.Act != "sign-in").OrderBy(one => one.Id).Select(one => one.Act).ToListAsync()));
    }

    private async Task<StaffBrowser> SignInAsync(string agent = "Test")
    {
        var browser = new StaffBrowser(newsroom) { Headers = { ["User-Agent"] = agent } };
        await SubmitPasswordAsync(browser);
        return browser;
    }

    private static async Task SubmitPasswordAsync(StaffBrowser browser)
    {
        await browser.ReadAsync("/newsroom/sign-in");
        Assert.Equal(302, (int)(await browser.SubmitAsync("/newsroom/sign-in", ("Email", Email), ("Password", StaffOfTests.Password))).StatusCode);
    }

    [GeneratedRegex("action=\"(/newsroom/account/sessions/[^/\"]+/removal)\"")]
    private static partial Regex EndOfSession();

    [GeneratedRegex("<code>([A-Z2-7 ]+)</code>")]
    private static partial Regex SecretShown();

    [GeneratedRegex("<code>[a-z2-7]{5}-[a-z2-7]{5}-[a-z2-7]{5}-[a-z2-7]{5}</code>")]
    private static partial Regex RecoveryCode();
}
