using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Settings;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Messages;

/// <summary>"A message from {paper}": written by the publisher, read on articles and the front page.</summary>
public sealed partial class MessageTests
{
    [Theory, OnBoth]
    public async Task A_publisher_writes_it_and_it_stands_on_articles_and_the_front_page_alone(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        Assert.Contains("/newsroom/message", await publisher.ReadAsync("/newsroom/paper"));

        var saved = await SaveAsync(newsroom, publisher, ("Title", "Ours & <yours>"), ("Body", DraftDocument.OfText("Readers pay for this paper.").ToJson()), ("Button", "Keep us going"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        foreach (var path in new[] { "/", $"/city/{article.Slug}" })
        {
            var html = await newsroom.Client.GetStringAsync(path);
            Assert.Contains("A message from The Harbour Post", html);
            Assert.Contains("Ours &amp; &lt;yours&gt;", html);
            Assert.Contains("Readers pay for this paper.", html);
            Assert.Matches("<a class=\"button\" href=\"/support\">Keep us going</a>", html);
        }
        foreach (var path in new[] { "/city", "/latest", "/popular", "/support" })
            Assert.DoesNotContain("Readers pay", await newsroom.Client.GetStringAsync(path));

        // Without script no body is sent: the text stays. Without an address there is no button.
        await SaveAsync(newsroom, publisher, ("Address", ""));
        var page = await newsroom.Client.GetStringAsync("/");
        Assert.Contains("Readers pay for this paper.", page);
        Assert.DoesNotContain("message-button", page);

        await SaveAsync(newsroom, publisher, ("IsOn", ""));
        Assert.DoesNotContain("Readers pay", await newsroom.Client.GetStringAsync("/"));
        Assert.Equal(3, await newsroom.AskAsync(newspaper => newspaper.Set<Setting>().CountAsync(row => row.Name.StartsWith("PaperMessage/"))));
    }

    [Theory, OnBoth]
    public async Task It_is_absent_beside_what_is_sensitive_or_sponsored(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        await SaveAsync(newsroom, publisher, ("Body", DraftDocument.OfText("Readers pay for this paper.").ToJson()));
        var sensitive = await newsroom.PublishAsync(await newsroom.DraftAsync("Three drowned", content => content with { IsSensitive = true }));
        var sponsored = await newsroom.PublishAsync(await newsroom.DraftAsync("Better boats", content => content with { Kind = ArticleKind.Sponsored, Payer = "Boats Ltd" }));
        var other = await newsroom.PublishAsync(await newsroom.DraftAsync("The fair opens"));

        Assert.DoesNotContain("Readers pay", await newsroom.Client.GetStringAsync($"/city/{sensitive.Slug}"));
        Assert.DoesNotContain("Readers pay", await newsroom.Client.GetStringAsync($"/city/{sponsored.Slug}"));
        Assert.Contains("Readers pay", await newsroom.Client.GetStringAsync($"/city/{other.Slug}"));
    }

    [Theory, OnBoth]
    public async Task Each_edition_has_its_own(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var hebrew = new Edition("he", "דואר הנמל", "he", "Asia/Jerusalem", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Editions.Add(hebrew));
        using var publisher = await newsroom.AsAsync(Role.Publisher);

        Assert.Contains("דואר הנמל", await publisher.ReadAsync("/newsroom/message"));
        await SaveAsync(newsroom, publisher, hebrew, ("Body", DraftDocument.OfText("העיתון שייך לקוראיו.").ToJson()));

        var front = await newsroom.Client.GetStringAsync("/he/");
        Assert.Contains("הודעה מאת דואר הנמל", front);
        Assert.Contains("העיתון שייך לקוראיו.", front);
        Assert.Contains("href=\"/he/support\">לתמיכה בדואר הנמל</a>", front);
        Assert.DoesNotContain("class=\"message\"", await newsroom.Client.GetStringAsync("/"));
    }

    [Theory, OnBoth]
    public async Task A_stale_save_answers_with_both_texts_and_loses_neither(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        await SaveAsync(newsroom, publisher, ("Body", DraftDocument.OfText("Hers is long.").ToJson()));

        var late = await publisher.SubmitAsync($"/newsroom/message/{newsroom.Edition.Id}", ("Revision", "0"), ("IsOn", "true"), ("Body", DraftDocument.OfText("His is short.").ToJson()));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync();
        Assert.Contains("Hers is long.", html);
        Assert.Contains("His is short.", html);
        Assert.Contains("Hers is long.", await newsroom.Client.GetStringAsync("/"));

        // Saving again, from what the answer showed, keeps his.
        var again = await publisher.SubmitAsync($"/newsroom/message/{newsroom.Edition.Id}",
            ("Revision", Revision().Match(html).Groups[1].Value), ("IsOn", "true"), ("Body", DraftDocument.OfText("His is short.").ToJson()));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("His is short.", await newsroom.Client.GetStringAsync("/"));
    }

    [Theory, OnBoth]
    public async Task Of_two_who_save_at_once_one_is_told(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var browsers = new[] { await newsroom.AsAsync(Role.Publisher), await newsroom.AsAsync(Role.Publisher) };

        var answers = await Task.WhenAll(browsers.Select((browser, number) => browser.SubmitAsync($"/newsroom/message/{newsroom.Edition.Id}", ("Revision", "0"), ("Title", $"Number {number}"))));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        foreach (var browser in browsers) browser.Dispose();
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_its_field_and_what_was_typed_is_kept()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var publisher = await newsroom.AsAsync(Role.Publisher);

        var refused = await SaveAsync(newsroom, publisher,
            ("Title", "Kept words"), ("Address", "javascript:alert(1)"), ("Currency", "xqq"), ("Amounts", "5, ten"), ("Contact", "nobody"));
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.All(["Kept words", "javascript:alert(1)", "5, ten", "nobody", "Write the text first", "Write a path of the paper", "three letters", "Write a mail address"], words => Assert.Contains(words, html));
        foreach (var address in new[] { "//elsewhere.example", "/\\elsewhere.example", "ftp://elsewhere.example/", "support" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync(newsroom, publisher, ("IsOn", ""), ("Address", address))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync(newsroom, publisher, ("Body", """{"type":"doc","content":[{"type":"script"}]}"""))).StatusCode);
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Set<Setting>().CountAsync()));
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Editor)]
    public async Task Reporters_and_editors_neither_see_nor_change_it(long role)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var browser = await newsroom.AsAsync(role);

        Assert.DoesNotContain("/newsroom/message", await browser.ReadAsync("/newsroom/paper"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/newsroom/message")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SubmitAsync($"/newsroom/message/{newsroom.Edition.Id}", ("Revision", "0"), ("Title", "Mine"))).StatusCode);
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Set<Setting>().CountAsync()));
    }

    private static Task<HttpResponseMessage> SaveAsync(Newsroom newsroom, StaffBrowser browser, params (string Name, string Value)[] typed) => SaveAsync(newsroom, browser, newsroom.Edition, typed);

    /// <summary>Sends the form as it was drawn just now, switched on, with some of its fields typed anew.</summary>
    internal static async Task<HttpResponseMessage> SaveAsync(Newsroom newsroom, StaffBrowser browser, Edition edition, params (string Name, string Value)[] typed)
    {
        var html = await browser.ReadAsync($"/newsroom/message?edition={edition.Id}");
        var fields = new Dictionary<string, string> { ["Revision"] = Revision().Match(html).Groups[1].Value, ["IsOn"] = "true", ["Address"] = "/support" };
        foreach (var (name, value) in typed) fields[name] = value;
        return await browser.SubmitAsync($"/newsroom/message/{edition.Id}", [.. fields.Select(field => (field.Key, field.Value))]);
    }

    [GeneratedRegex("name=\"Revision\" value=\"([0-9]+)\"")]
    private static partial Regex Revision();
}
