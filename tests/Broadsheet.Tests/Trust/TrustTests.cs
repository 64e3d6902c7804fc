using System.Globalization;
using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Syndication;

namespace Broadsheet.Tests.Trust;

public sealed class TrustTests
{
    [Fact]
    public async Task One_form_makes_the_pages_the_files_and_the_data()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        foreach (var nothing in new[] { "/trust", "/trust/ethics", "/.well-known/security.txt", "/trust.txt" }) Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync(nothing)).StatusCode);
        Assert.Contains("placeholder.example.com", await newsroom.Client.GetStringAsync("/ads.txt"));
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        await publisher.ReadAsync("/newsroom/trust");
        await publisher.SubmitAsync($"/newsroom/trust/{newsroom.Edition.Id}", ("Revision", "0"), ("ownership", "The Harbour Trust <owns> it.\n\nAll of it."), ("funding", "/support"), ("ethics", "We ask both sides."),
            ("corrections", "In the open."), ("masthead", "Ida Holm, editor\nRami Nasser, reporter"), ("contact", "Quay 1"), ("questions", "Ask the desk."), ("Mail", "desk@post.example"));
        await publisher.SubmitAsync("/newsroom/trust/files", ("Revision", "0"), ("Security", "security@post.example"), ("SecurityPolicy", "https://post.example/security"),
            ("Ads", "adexchange.example.com, 1234, DIRECT, abc"), ("Relations", "belongto=https://association.example/\nsocial=https://social.example/@post"));

        var ownership = await newsroom.Client.GetStringAsync("/trust/ownership");
        Assert.Contains("<p dir=\"auto\">The Harbour Trust &lt;owns&gt; it.</p><p dir=\"auto\">All of it.</p>", ownership);
        Assert.Contains("Ida Holm, editor<br>Rami Nasser, reporter", await newsroom.Client.GetStringAsync("/trust/masthead"));
        Assert.Equal("/support", (await newsroom.Client.GetAsync("/trust/funding")).Headers.Location!.OriginalString);
        Assert.Contains("href=\"/support\"", await newsroom.Client.GetStringAsync("/trust"));

        var paper = StructuredDataTests.DataOf(await newsroom.Client.GetStringAsync("/")).Single(one => (string?)one["@type"] == "NewsMediaOrganization");
        foreach (var (property, end) in new[] { ("ethicsPolicy", "/trust/ethics"), ("correctionsPolicy", "/trust/corrections"), ("masthead", "/trust/masthead"), ("actionableFeedbackPolicy", "/trust/questions"), ("publishingPrinciples", "/trust") })
            Assert.EndsWith(end, (string?)paper[property]);
        Assert.Equal(2, paper["ownershipFundingInfo"]!.AsArray().Count);
        Assert.Equal("desk@post.example", (string?)paper["contactPoint"]!["email"]);

        var trust = (await newsroom.Client.GetStringAsync("/trust.txt")).Split('\n');
        Assert.Contains("belongto=https://association.example/", trust);
        Assert.Contains("contact=mailto:desk@post.example", trust);
        Assert.Contains(trust, line => line.StartsWith("disclosure=", StringComparison.Ordinal) && line.EndsWith("/trust/ethics", StringComparison.Ordinal));
        Assert.Equal(string.Join('\n', trust), await newsroom.Client.GetStringAsync("/.well-known/trust.txt"));
        Assert.Equal("adexchange.example.com, 1234, DIRECT, abc\n", await newsroom.Client.GetStringAsync("/ads.txt"));
    }

    [Fact]
    public async Task Security_txt_never_runs_out()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        await publisher.SubmitAsync("/newsroom/trust/files", ("Revision", "0"), ("Security", "security@post.example"));
        for (var month = 0; month < 14; month++)
        {
            var file = await newsroom.Client.GetStringAsync("/.well-known/security.txt");
            // RFC 9116: 2.5.3 and 2.5.5, one or more contacts and exactly one end, less than a year off.
            Assert.Contains("Contact: mailto:security@post.example", file);
            var end = DateTimeOffset.Parse(file.Split('\n').Single(line => line.StartsWith("Expires: ", StringComparison.Ordinal))["Expires: ".Length..], CultureInfo.InvariantCulture);
            Assert.InRange(end - newsroom.Clock.GetUtcNow(), TimeSpan.FromDays(31), TimeSpan.FromDays(300));
            newsroom.Clock.Advance(TimeSpan.FromDays(29));
        }
        Assert.Equal("/.well-known/security.txt", (await newsroom.Client.GetAsync("/security.txt")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("Security", "nobody")]
    [InlineData("SecurityPolicy", "http://post.example/")]
    [InlineData("Terms", "/terms")]
    [InlineData("Ads", "adexchange.example.com 1234 DIRECT")]
    [InlineData("Relations", "friend=https://other.example/")]
    public async Task What_programs_could_not_read_is_refused_and_kept(string field, string typed)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var publisher = await newsroom.AsAsync(Role.Publisher);

        using var answer = await publisher.SubmitAsync("/newsroom/trust/files", ("Revision", "0"), (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(typed, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_saves_over_another_is_told()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        await publisher.SubmitAsync($"/newsroom/trust/{newsroom.Edition.Id}", ("Revision", "0"), ("ethics", "First."));
        using var late = await publisher.SubmitAsync($"/newsroom/trust/{newsroom.Edition.Id}", ("Revision", "0"), ("ethics", "Second."));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Second.", await late.Content.ReadAsStringAsync());
        Assert.Contains("First.", await newsroom.Client.GetStringAsync("/trust/ethics"));
    }

    [Fact]
    public async Task Each_edition_says_it_in_its_own_language()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var hebrew = new Edition("he", "הנמל", "he", "Asia/Jerusalem", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(hebrew));
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        Assert.Contains("הנמל", await publisher.ReadAsync($"/newsroom/trust?edition={hebrew.Id}"));
        await publisher.SubmitAsync($"/newsroom/trust/{hebrew.Id}", ("Revision", "0"), ("ethics", "שואלים את שני הצדדים."));

        var page = await newsroom.Client.GetStringAsync("/he/trust/ethics");
        Assert.Contains("שואלים", page);
        Assert.Contains("אתיקה", page);
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/trust/ethics")).StatusCode);
    }
}
