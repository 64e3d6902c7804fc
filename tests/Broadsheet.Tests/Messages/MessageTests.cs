using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Document;
using Broadsheet.Editions;
using Broadsheet.Messages;
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
        Assert.Contains("/newsroom/messages", await publisher.ReadAsync("/newsroom/paper"));

        var saved = await WriteAsync(newsroom, publisher, ("Title", "Ours & <yours>"), ("Body", DraftDocument.OfText("Readers pay for this paper.").ToJson()), ("Button", "Keep us going"), ("Address", "/contact"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        foreach (var path in new[] { "/", $"/city/{article.Slug}" })
        {
            var html = await newsroom.Client.GetStringAsync(path);
            Assert.Contains("A message from The Harbour Post", html);
            Assert.Contains("Ours &amp; &lt;yours&gt;", html);
            Assert.Contains("Readers pay for this paper.", html);
            Assert.Matches("<a class=\"button\" href=\"/contact\">Keep us going</a>", html);
        }
        foreach (var path in new[] { "/city", "/latest", "/popular", "/support" })
            Assert.DoesNotContain("Readers pay", await newsroom.Client.GetStringAsync(path));

        // Without script no body is sent: the text stays. Without an address there is no button.
        var page = saved.Headers.Location!.ToString();
        await SaveAsync(publisher, page, ("Address", ""));
        var front = await newsroom.Client.GetStringAsync("/");
        Assert.Contains("Readers pay for this paper.", front);
        Assert.DoesNotContain("message-button", front);

        await SaveAsync(publisher, page, ("IsOn", ""));
        Assert.DoesNotContain("Readers pay", await newsroom.Client.GetStringAsync("/"));
        Assert.Contains("Switched off", await publisher.ReadAsync("/newsroom/messages"));
    }

    [Theory, OnBoth]
    public async Task It_stands_from_a_time_until_a_time_on_the_editions_clock(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        var now = newsroom.Clock.GetUtcNow();

        var saved = await WriteAsync(newsroom, publisher, ("Body", DraftDocument.OfText("Only this week.").ToJson()), ("From", newsroom.Edition.FieldTime(now.AddHours(1))), ("Until", newsroom.Edition.FieldTime(now.AddHours(3))));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.DoesNotContain("Only this week.", await newsroom.Client.GetStringAsync("/"));
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Contains("Only this week.", await newsroom.Client.GetStringAsync("/"));
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        Assert.DoesNotContain("Only this week.", await newsroom.Client.GetStringAsync("/"));
        Assert.Contains("Over since", await publisher.ReadAsync("/newsroom/messages"));
    }

    [Theory, OnBoth]
    public async Task Of_several_the_first_for_everybody_is_drawn_and_the_others_wait_where_they_would_stand(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var body = string.Join("\n\n", Enumerable.Range(1, 5).Select(number => $"Paragraph {number}."));
        var long5 = await newsroom.PublishAsync(await newsroom.DraftAsync("Long story", content => content with { Body = DraftDocument.OfText(body) }));
        var short1 = await newsroom.PublishAsync(await newsroom.DraftAsync("Short story", content => content with { Body = DraftDocument.OfText("One paragraph.") }));
        await newsroom.SayAsync("For supporters", new() { Who = Audience.Supporter }, position: 0);
        await newsroom.SayAsync("For all, last", position: 3);
        await newsroom.SayAsync("For all, first", new() { InStory = StoryPlace.AfterParagraph, Paragraph = 2, OnFront = false }, position: 2);

        var page = await newsroom.Client.GetStringAsync($"/city/{long5.Slug}");
        Assert.Matches("(?s)Paragraph 2\\..*<div data-note=.*For all, first: the text.*Paragraph 3\\..*Paragraph 5\\..*<template data-note=\"0 .* 8 0 30 0 \".*For supporters.*<template data-note=\"2 .*For all, last", page);
        Assert.Single(Regex.Matches(page, "<div data-note"));
        // Not between paragraphs that there are not.
        Assert.Matches("(?s)One paragraph\\..*For supporters.*<div data-note=.*For all, first", await newsroom.Client.GetStringAsync($"/city/{short1.Slug}"));
        var front = await newsroom.Client.GetStringAsync("/");
        Assert.DoesNotContain("For all, first", front);
        Assert.Matches("(?s)<div data-note=.*For all, last", front);
    }

    [Theory, OnBoth]
    public async Task It_stands_in_stories_of_its_sections_alone(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var here = await newsroom.PublishAsync(await newsroom.DraftAsync("In the city"));
        var message = await newsroom.SayAsync("City only", new() { Sections = [newsroom.City.Id] });
        Assert.Contains("City only", await newsroom.Client.GetStringAsync($"/city/{here.Slug}"));

        await newsroom.ChangeAsync(newspaper =>
        {
            var row = newspaper.Messages.Single();
            row.Change(row.Name, true, null, null, 0, row.Words, row.Aim with { Sections = [newsroom.City.Id + 1] }, null);
        });
        Assert.DoesNotContain("City only", await newsroom.Client.GetStringAsync($"/city/{here.Slug}"));
        Assert.Contains("City only", await newsroom.Client.GetStringAsync("/"));
        Assert.NotEqual(Guid.Empty, message.PublicId);
    }

    [Theory, OnBoth]
    public async Task It_is_absent_beside_what_is_sensitive_or_sponsored(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.SayAsync("Readers pay");
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

        Assert.Contains("דואר הנמל", await publisher.ReadAsync("/newsroom/messages"));
        await WriteAsync(newsroom, publisher, hebrew, ("Body", DraftDocument.OfText("העיתון שייך לקוראיו.").ToJson()), ("Address", "/support"));

        var front = await newsroom.Client.GetStringAsync("/he/");
        Assert.Contains("הודעה מאת דואר הנמל", front);
        Assert.Contains("העיתון שייך לקוראיו.", front);
        Assert.Matches("href=\"/he/support#m=[0-9a-f-]{36}\">לתמיכה בדואר הנמל</a>", front);
        Assert.DoesNotContain("class=\"message\"", await newsroom.Client.GetStringAsync("/"));
    }

    [Theory, OnBoth]
    public async Task A_stale_save_answers_with_both_texts_and_loses_neither(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        var page = (await WriteAsync(newsroom, publisher, ("Body", DraftDocument.OfText("Hers is long.").ToJson()))).Headers.Location!.ToString();
        var his = await FieldsAsync(publisher, page, ("Body", DraftDocument.OfText("His is short.").ToJson()));
        await SaveAsync(publisher, page, ("Title", "Hers"));

        var late = await publisher.SubmitAsync(page, his);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync();
        Assert.Contains("Hers is long.", html);
        Assert.Contains("His is short.", html);
        Assert.Contains("Hers is long.", await newsroom.Client.GetStringAsync("/"));

        // Saving again, from what the answer showed, keeps his.
        var again = await publisher.SubmitAsync(page, [.. his.Where(field => field.Item1 != "Revision"), ("Revision", Revision().Match(html).Groups[1].Value)]);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("His is short.", await newsroom.Client.GetStringAsync("/"));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_its_field_and_what_was_typed_is_kept()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var publisher = await newsroom.AsAsync(Role.Publisher);

        var refused = await WriteAsync(newsroom, publisher, ("Name", ""), ("Title", "Kept words"), ("Address", "javascript:alert(1)"), ("Amounts", "5, ten"), ("From", "soon"), ("Countries", "Germany"),
            ("Holdout", "99"), ("Paragraph", "0"), ("GoalAmount", "5000"), ("GoalFrom", "2026-13-01"));
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.All(["Kept words", "javascript:alert(1)", "5, ten", "Germany", "5000", "Give it a name", "Write the text first", "Write a path of the paper", "Choose the edition's currency first", "Write a day and a time",
            "codes of two letters", "from 0 to 50", "from 1 to 50", "Write an amount above nothing", "Write a day, such as"], words => Assert.Contains(words, html));
        foreach (var address in new[] { "//elsewhere.example", "/\\elsewhere.example", "ftp://elsewhere.example/", "support" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await WriteAsync(newsroom, publisher, ("IsOn", ""), ("Address", address))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await WriteAsync(newsroom, publisher, ("Body", """{"type":"doc","content":[{"type":"script"}]}"""))).StatusCode);
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Messages.CountAsync()));
    }

    [Fact]
    public async Task The_preview_shows_it_in_a_story_whether_it_is_on_or_not()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.SayAsync("Another one");
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        var page = (await WriteAsync(newsroom, publisher, ("IsOn", ""), ("Who", "Supporter"), ("Body", DraftDocument.OfText("Looked at first.").ToJson()))).Headers.Location!.ToString();

        Assert.Contains($"{page}/preview/page", await publisher.ReadAsync($"{page}/preview"));
        var shown = await publisher.ReadAsync($"{page}/preview/page");
        Assert.Contains("Harbour wall falls", shown);
        Assert.Matches("(?s)<div data-note=.*Looked at first.", shown);
        Assert.DoesNotContain("Another one", shown);
        Assert.DoesNotContain("sendBeacon", shown);
        Assert.DoesNotContain("localStorage", shown);
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Editor)]
    public async Task Reporters_and_editors_neither_see_nor_change_it(long role)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var browser = await newsroom.AsAsync(role);

        Assert.DoesNotContain("/newsroom/messages", await browser.ReadAsync("/newsroom/paper"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/newsroom/messages")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SubmitAsync("/newsroom/messages", ("Edition", $"{newsroom.Edition.Id}"), ("Name", "Mine"))).StatusCode);
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Messages.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Of_two_who_save_the_support_page_at_once_one_is_told(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var browsers = new[] { await newsroom.AsAsync(Role.Publisher), await newsroom.AsAsync(Role.Publisher) };

        var answers = await Task.WhenAll(browsers.Select((browser, number) => browser.SubmitAsync($"/newsroom/support/{newsroom.Edition.Id}", ("Revision", "0"), ("Contact", $"number{number}@harbour.example"))));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        foreach (var browser in browsers) browser.Dispose();
    }

    [Fact]
    public async Task A_support_page_that_cannot_be_is_refused_at_its_field()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var publisher = await newsroom.AsAsync(Role.Publisher);

        var refused = await publisher.SubmitAsync($"/newsroom/support/{newsroom.Edition.Id}", ("Revision", "0"), ("Currency", "xqq"), ("Amounts", "5, ten"), ("Contact", "nobody"));
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.All(["5, ten", "nobody", "three letters", "Write a mail address"], words => Assert.Contains(words, html));
        Assert.Equal(0, await newsroom.AskAsync(newspaper => newspaper.Set<Setting>().CountAsync()));
    }

    private static Task<HttpResponseMessage> WriteAsync(Newsroom newsroom, StaffBrowser browser, params (string Name, string Value)[] typed) => WriteAsync(newsroom, browser, newsroom.Edition, typed);

    /// <summary>A new message, switched on, with some of its fields typed.</summary>
    internal static Task<HttpResponseMessage> WriteAsync(Newsroom newsroom, StaffBrowser browser, Edition edition, params (string Name, string Value)[] typed) =>
        browser.SubmitAsync("/newsroom/messages", With(typed, ("Edition", $"{edition.Id}"), ("Revision", "0")));

    /// <summary>Sends the form as it was drawn just now, with some of its fields typed anew.</summary>
    private static async Task<HttpResponseMessage> SaveAsync(StaffBrowser browser, string page, params (string Name, string Value)[] typed) => await browser.SubmitAsync(page, await FieldsAsync(browser, page, typed));

    private static async Task<(string, string)[]> FieldsAsync(StaffBrowser browser, string page, params (string Name, string Value)[] typed) =>
        With(typed, ("Revision", Revision().Match(await browser.ReadAsync(page)).Groups[1].Value));

    private static (string, string)[] With((string Name, string Value)[] typed, params (string Name, string Value)[] also)
    {
        (string Name, string Value)[] usual = [("Name", "The appeal"), ("IsOn", "true"), ("Address", "/support"), ("Position", "1"), ("Ask", "Gift"), ("InStory", "End"), ("Paragraph", "3"), ("OnFront", "true"),
            ("EveryDays", "0"), ("RestDays", "30"), ("Holdout", "0"), .. also];
        string[] who = typed.Any(field => field.Name == "Who") ? [] : ["New", "Regular", "Subscriber", "Supporter"];
        return [.. usual.Where(field => !typed.Any(one => one.Name == field.Name)), .. who.Select(one => ("Who", one)), .. typed];
    }

    [GeneratedRegex("name=\"Revision\" value=\"([0-9]+)\"")]
    private static partial Regex Revision();
}
