using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Sections;
using Broadsheet.Document;
using Broadsheet.Settings;
using Broadsheet.Syndication.Republication;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Syndication;

/// <summary>Stories that others may print, and those that they may not.</summary>
public sealed class RepublicationTests
{
    private static Task AllowAsync(Newsroom paper) => paper.ChangeAsync(newspaper => newspaper.SetSettingOf(
        paper.Edition.Id, new RepublicationTerms { Licence = RepublicationLicence.ByNd, Conditions = "Name us.\nChange <nothing>." }, 0, paper.Clock.GetUtcNow()));

    [Theory, OnBoth]
    public async Task A_story_of_our_own_is_given_as_clean_html_and_text_and_presses_are_counted(On on)
    {
        await using var paper = await Newsroom.OpenAsync(on, machine => machine with { Paper = new() { Address = Readers.ReaderBrowser.Paper } });
        var story = await paper.PublishAsync(await paper.DraftAsync("Harbour <wall> falls", content => content with { Standfirst = "At noon.", Bylines = [new(null, "Ida Holm")], Slug = "harbour-wall-falls" }));
        using var browser = ReaderIn(paper);
        Assert.DoesNotContain("/republish", await browser.ReadAsync("/city/harbour-wall-falls"), StringComparison.Ordinal);
        Assert.Equal(404, (await browser.GetAsync("/city/harbour-wall-falls/republish").TellAsync()).Status);

        await AllowAsync(paper);
        Assert.Contains("href=\"/city/harbour-wall-falls/republish\"", await browser.ReadAsync("/city/harbour-wall-falls"), StringComparison.Ordinal);
        using var answer = await browser.GetAsync("/city/harbour-wall-falls/republish");
        Assert.Equal("public, no-cache", answer.Headers.CacheControl!.ToString());
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://creativecommons.org/licenses/by-nd/4.0/\"", page, StringComparison.Ordinal);
        Assert.Contains("Change &lt;nothing&gt;.", page, StringComparison.Ordinal);

        // What stands in the field is what is pasted: decoded once.
        var html = System.Net.WebUtility.HtmlDecode(Between(page, "id=\"republish-html\"", "</textarea>"));
        Assert.Contains("<h1 lang=\"en\" dir=\"auto\">Harbour &lt;wall&gt; falls</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<p lang=\"en\" dir=\"auto\">Ida Holm</p>", html, StringComparison.Ordinal);
        Assert.Contains("The wall fell at noon.", html, StringComparison.Ordinal);
        Assert.Contains("republished under CC BY-ND 4.0: <a href=\"https://post.example/city/harbour-wall-falls\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("&lt;link rel=\"canonical\" href=\"https://post.example/city/harbour-wall-falls\"&gt;", page, StringComparison.Ordinal);

        foreach (var body in new[] { $"{story.PublicId}", $"{story.PublicId}", $"{Guid.NewGuid()}" })
            Assert.Equal(204, (int)(await browser.SendAsync(new(HttpMethod.Post, "/copies") { Content = new StringContent(body) })).StatusCode);
        browser.Headers["Sec-Fetch-Site"] = "cross-site";
        Assert.Equal(403, (int)(await browser.SendAsync(new(HttpMethod.Post, "/copies") { Content = new StringContent($"{story.PublicId}") })).StatusCode);
        Assert.Equal(2, await paper.AskAsync(newspaper => newspaper.CopyCounts.SumAsync(row => row.Times)));
        using var editor = await paper.AsAsync(Role.Editor);
        Assert.Contains("Copied 2 times", await editor.ReadAsync($"/newsroom/articles/{story.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_others_paid_for_kept_back_or_not_open_to_all_is_given_to_nobody()
    {
        await using var paper = await Newsroom.OpenAsync();
        await AllowAsync(paper);
        using var browser = ReaderIn(paper);
        var cases = new (string Name, Func<ArticleContent, ArticleContent> Change)[]
        {
            ("agency", content => content with { Source = new() { Kind = ArticleSourceKind.Agency, Credit = "Coast News" } }),
            ("reader", content => content with { Source = new() { Kind = ArticleSourceKind.Reader } }),
            ("kept", content => content with { Source = new() { Withheld = [Channel.Republish] } }),
            ("ending", content => content with { Source = new() { RightsEnd = paper.Clock.GetUtcNow().AddDays(9) } }),
            ("elsewhere", content => content with { Source = new() { CanonicalUrl = "https://other.example/story" } }),
            ("paid", content => content with { Kind = ArticleKind.Sponsored, Payer = "Quay Bank" }),
            ("letter", content => content with { Kind = ArticleKind.Letter }),
        };
        foreach (var (name, change) in cases)
        {
            await paper.PublishAsync(await paper.DraftAsync($"Canary {name}", content => change(content) with { Slug = name, Body = DraftDocument.OfText("Marzipan canary.") }));
            await RefusedAsync(name);
        }

        var open = await paper.PublishAsync(await paper.DraftAsync("Members", content => content with { Slug = "members-only", Body = DraftDocument.OfText("Beginning.\n\nMore.\n\nMarzipan canary.") }));
        Assert.Contains("Marzipan", await browser.ReadAsync("/city/members-only/republish"), StringComparison.Ordinal);
        await paper.AskAsync(async newspaper => { (await newspaper.Articles.FindAsync(open.Id))!.LetIn(Access.Members, null); return await newspaper.SaveChangesAsync(); });
        await RefusedAsync("members-only");

        async Task RefusedAsync(string name)
        {
            var (status, text) = await browser.GetAsync($"/city/{name}/republish").TellAsync();
            Assert.Equal(404, status);
            Assert.DoesNotContain("Marzipan", text, StringComparison.Ordinal);
            Assert.DoesNotContain("/republish", await browser.ReadAsync($"/city/{name}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_publisher_chooses_the_licence_and_what_was_typed_stays_when_it_is_refused()
    {
        await using var paper = await Newsroom.OpenAsync();
        using var publisher = await paper.AsAsync(Role.Publisher);
        var revision = Hidden(await publisher.ReadAsync("/newsroom/republication"), "Revision");
        var edition = paper.Edition.Id;
        var (refused, text) = await publisher.SubmitAsync("/newsroom/republication", ("Revision", revision), ($"Licence-{edition}", "Own"), ($"Conditions-{edition}", "Name us.")).TellAsync();
        Assert.Equal(422, refused);
        Assert.Contains("Name us.", text, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await publisher.SubmitAsync("/newsroom/republication", ("Revision", revision), ($"Licence-{edition}", "Own"), ($"OwnName-{edition}", "Harbour Licence"))).StatusCode);
        Assert.Equal(409, (int)(await publisher.SubmitAsync("/newsroom/republication", ("Revision", revision), ($"Licence-{edition}", "None"))).StatusCode);
        Assert.Equal("Harbour Licence", (await paper.AskAsync(newspaper => newspaper.SettingOfAsync<RepublicationTerms>(edition))).Value.Name);
    }

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }
}
