using System.Text.RegularExpressions;

namespace Broadsheet.Tests.Web;

public sealed partial class ContentSecurityTests
{
    [Fact]
    public async Task The_newsroom_runs_no_script_and_no_style_but_its_own()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (first, second) = (await newsroom.Client.GetAsync("/newsroom/sign-in"), await newsroom.Client.GetAsync("/newsroom/sign-in"));
        var policy = Policy(first);

        Assert.StartsWith("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("http:", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("form-action 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.NotEqual(Nonce().Match(policy).Value, Nonce().Match(Policy(second)).Value);
        Assert.Equal("no-store", Regex.Match(first.Headers.CacheControl!.ToString(), "no-store").Value);
    }

    [Theory]
    [InlineData("/newsroom/sign-in")]
    [InlineData("/newsroom/nowhere")]
    [InlineData("/health/live")]
    [InlineData("/newsroom/setup?key=wrong")]
    public async Task Every_answer_carries_the_headers_errors_too(string path)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var headers = (await newsroom.Client.GetAsync(path)).Headers;

        Assert.NotNull(Assert.Single(headers.GetValues("Content-Security-Policy")));
        Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["strict-origin-when-cross-origin"], headers.GetValues("Referrer-Policy"));
        Assert.Equal(["same-origin"], headers.GetValues("Cross-Origin-Opener-Policy"));
        Assert.Contains("camera=()", Assert.Single(headers.GetValues("Permissions-Policy")));
        Assert.False(headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_page_that_does_not_exist_says_so_in_words()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        newsroom.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var answer = await newsroom.Client.GetAsync("/newsroom/nowhere");

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains("There is no such page", await answer.Content.ReadAsStringAsync());
    }

    private static string Policy(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

    [GeneratedRegex("'nonce-[^']+'")]
    private static partial Regex Nonce();
}
