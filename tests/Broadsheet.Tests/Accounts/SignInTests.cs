using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Email = "mara@harbour.example";

    private Newsroom newsroom = null!;
    private StaffBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        newsroom = await Newsroom.OpenAsync();
        await newsroom.HireAsync(Role.Editor, Email, StaffOfTests.Password);
        browser = new StaffBrowser(newsroom);
        await browser.ReadAsync("/newsroom/sign-in");
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await newsroom.DisposeAsync();
    }

    [Fact]
    public async Task The_right_password_leads_where_one_wanted_to_go_under_a_host_cookie()
    {
        var answer = await browser.SubmitAsync("/newsroom/sign-in", ("Email", "MARA@harbour.example"), ("Password", StaffOfTests.Password), ("Next", "/newsroom/account"));

        Assert.Equal("/newsroom/account", answer.Headers.Location!.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), line => line.StartsWith("__Host-staff=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.Contains("path=/", cookie);
        Assert.DoesNotContain("domain", cookie);
        await browser.ReadAsync("/newsroom/account");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/newsroom")]
    [InlineData("/newsroom/\\evil")]
    [InlineData("/newsroomevil")]
    [InlineData("/elsewhere")]
    public async Task It_leads_nowhere_else(string next)
    {
        var answer = await browser.SubmitAsync("/newsroom/sign-in", ("Email", Email), ("Password", StaffOfTests.Password), ("Next", next));
        Assert.Equal("/newsroom", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        var wrong = await Words(await browser.SubmitAsync("/newsroom/sign-in", ("Email", Email), ("Password", "not this one, surely")));
        var unknown = await Words(await browser.SubmitAsync("/newsroom/sign-in", ("Email", "nobody@harbour.example"), ("Password", "not this one, surely")));

        Assert.Contains("do not belong together", wrong);
        Assert.Equal(wrong.Replace(Email, ""), unknown.Replace("nobody@harbour.example", ""));
    }

    [Fact]
    public async Task With_an_authenticator_a_password_is_half_the_way_and_a_code_counts_once()
    {
        var secret = await ProtectAsync();
        await SubmitPasswordAsync();
        Assert.Equal(302, (int)(await browser.GetAsync("/newsroom/account")).StatusCode);

        var code = TimeCode.At(newsroom.Clock.GetUtcNow(), secret);
        Assert.Equal(422, (int)(await browser.SubmitAsync("/newsroom/sign-in/code", ("Code", code == "000000" ? "000001" : "000000"))).StatusCode);
        Assert.Equal(302, (int)(await browser.SubmitAsync("/newsroom/sign-in/code", ("Code", code))).StatusCode);
        await browser.ReadAsync("/newsroom/account");

        using var thief = new StaffBrowser(newsroom);
        await thief.ReadAsync("/newsroom/sign-in");
        await thief.SubmitAsync("/newsroom/sign-in", ("Email", Email), ("Password", StaffOfTests.Password));
        Assert.Equal(422, (int)(await thief.SubmitAsync("/newsroom/sign-in/code", ("Code", code))).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_app_once()
    {
        await ProtectAsync(out var codes);
        foreach (var expected in new[] { 302, 422 })
        {
            await browser.ReadAsync("/newsroom/sign-in");
            await SubmitPasswordAsync();
            var answer = await browser.SubmitAsync("/newsroom/sign-in/code", ("Code", codes().ToUpperInvariant()));
            Assert.True(expected == (int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
            browser.Cookies.Remove("__Host-staff");
        }
    }

    [Fact]
    public async Task The_code_must_follow_the_password_within_five_minutes()
    {
        var secret = await ProtectAsync();
        await SubmitPasswordAsync();
        newsroom.Clock.Advance(TimeSpan.FromMinutes(6));

        var answer = await browser.SubmitAsync("/newsroom/sign-in/code", ("Code", TimeCode.At(newsroom.Clock.GetUtcNow(), secret)));

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Guessing_at_one_account_is_stopped_from_every_address_and_says_when_to_come_back()
    {
        var statuses = new List<int>();
        HttpResponseMessage last = null!;
        for (var i = 0; i < 12; i++)
        {
            last = await browser.SubmitAsync("/newsroom/sign-in", ("Email", "nobody@harbour.example"), ("Password", $"guess number {i} of many"));
            statuses.Add((int)last.StatusCode);
        }

        Assert.Equal(Enumerable.Repeat(422, 10), statuses.Take(10));
        Assert.Equal([429, 429], statuses.Skip(10));
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 600);
        Assert.Contains("Too many tries", await last.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Signing_in_again_in_place_gives_the_open_form_a_token_that_works()
    {
        await SubmitPasswordAsync();
        await browser.ReadAsync("/newsroom/account");
        var kept = browser.Token;
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Sessions.ExecuteDeleteAsync()));

        Assert.Equal(401, (int)(await browser.SendJsonAsync(HttpMethod.Post, "/newsroom/account/sessions/removal", new { })).StatusCode);
        var answer = await browser.SendJsonAsync(HttpMethod.Post, "/newsroom/sign-in.json", new { email = Email, password = StaffOfTests.Password });
        var again = (await answer.Content.ReadFromJsonAsync<SignedInAgain>())!;

        Assert.Equal(200, (int)answer.StatusCode);
        foreach (var token in new[] { again.Token, kept })
        {
            browser.Token = token;
            Assert.Equal(302, (int)(await browser.SubmitAsync("/newsroom/account/sessions/removal")).StatusCode);
        }
    }

    [Fact]
    public async Task In_place_the_second_factor_is_asked_for_and_other_sites_are_refused()
    {
        var secret = await ProtectAsync();
        var first = await browser.SendJsonAsync(HttpMethod.Post, "/newsroom/sign-in.json", new { email = Email, password = StaffOfTests.Password });
        Assert.Equal(401, (int)first.StatusCode);
        Assert.Equal("tag:broadsheet,2026:code-needed", (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString());

        var body = new { email = Email, password = StaffOfTests.Password, code = TimeCode.At(newsroom.Clock.GetUtcNow(), secret) };
        browser.Headers["Sec-Fetch-Site"] = "cross-site";
        Assert.Equal(400, (int)(await browser.SendJsonAsync(HttpMethod.Post, "/newsroom/sign-in.json", body)).StatusCode);
        browser.Headers["Sec-Fetch-Site"] = "same-origin";
        Assert.Equal(200, (int)(await browser.SendJsonAsync(HttpMethod.Post, "/newsroom/sign-in.json", body)).StatusCode);
    }

    [Fact]
    public async Task A_form_sent_after_the_session_ended_comes_back_whole_and_can_be_sent_again()
    {
        await SubmitPasswordAsync();
        await browser.ReadAsync("/newsroom/account");
        var token = browser.Token;
        var session = browser.Cookies["__Host-staff"];
        browser.Cookies.Remove("__Host-staff");

        var answer = await browser.SubmitAsync("/newsroom/account/password", ("Current", "a <b> & c"), ("New", "two\r\nlines"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Contains("action=\"/newsroom/account/password\"", html);
        var fields = new HtmlParser().ParseDocument(html).QuerySelectorAll("textarea").ToDictionary(one => one.GetAttribute("name")!, one => ((IHtmlTextAreaElement)one).Value);
        Assert.Equal("a <b> & c", fields["Current"]);
        Assert.Equal("two\nlines", fields["New"].ReplaceLineEndings("\n"));
        Assert.Equal(token, fields["__RequestVerificationToken"]);

        browser.Cookies["__Host-staff"] = session;
        browser.Token = token;
        Assert.Equal(422, (int)(await browser.SubmitAsync("/newsroom/account/password", ("Current", "a"), ("New", "b"))).StatusCode);
    }

    private Task<HttpResponseMessage> SubmitPasswordAsync() => browser.SubmitAsync("/newsroom/sign-in", ("Email", Email), ("Password", StaffOfTests.Password));

    private Task<string> ProtectAsync() => ProtectAsync(out _);

    private Task<string> ProtectAsync(out Func<string> recoveryCode)
    {
        var secret = TimeCode.NewSecret();
        var (authenticator, codes) = Authenticator.New(secret, 0, newsroom.Clock.GetUtcNow());
        recoveryCode = () => codes[0];
        return newsroom.AskAsync(async newspaper =>
        {
            (await newspaper.StaffMembers.SingleAsync(one => one.Email == Email)).ProtectWith(authenticator);
            await newspaper.SaveChangesAsync();
            return secret;
        });
    }

    // The page but for its token and nonce, which are never the same.
    private static async Task<string> Words(HttpResponseMessage answer) =>
        System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(), "__RequestVerificationToken\" value=\"[^\"]+\"", "");
}
