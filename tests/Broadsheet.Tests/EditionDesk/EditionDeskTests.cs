using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Editions;
using Broadsheet.Pages;
using Broadsheet.Sections;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.EditionDesk;

/// <summary>Editions as a publisher without script makes, changes and orders them.</summary>
public sealed class EditionDeskTests
{
    [Theory, OnBoth]
    public async Task A_new_edition_stands_on_the_paper_with_a_first_section(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        await newsroom.Client.GetStringAsync("/");

        var answer = await publisher.SubmitAsync("/newsroom/editions", ("Name", "הנמל"), ("Tagline", "כל יום"), ("Code", "he"), ("Language", "he"), ("TimeZone", "Asia/Jerusalem"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var made = await newsroom.AskAsync(newspaper => newspaper.Editions.SingleAsync(row => row.Code == "he"));
        Assert.Equal("חדשות", (await newsroom.AskAsync(newspaper => newspaper.Sections.SingleAsync(row => row.EditionId == made.Id))).Name);
        Assert.Contains("dir=\"rtl\"", await newsroom.Client.GetStringAsync("/he/"));
        Assert.Contains("href=\"/he/\"", await newsroom.Client.GetStringAsync("/"));
    }

    [Theory]
    [InlineData("Code", "city", "taken by another section")]
    [InlineData("Code", "about", "taken by another section or page")]
    [InlineData("Code", "latest", "the program itself needs")]
    [InlineData("Code", "Not fit", "small Latin letters")]
    [InlineData("Name", "", "Write the paper")]
    [InlineData("Language", "xx-nowhere", "Choose a language")]
    [InlineData("TimeZone", "Moon/Base", "Choose a time zone")]
    public async Task What_an_edition_cannot_be_is_said_and_the_form_kept(string field, string value, string words)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.Pages.Add(new PlainPage(newsroom.Edition.Id, "About us", "about")));
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        (string, string)[] good = [("Name", "Le Port"), ("Tagline", "Kept words"), ("Code", "fr"), ("Language", "fr"), ("TimeZone", "Europe/Paris")];

        var answer = await publisher.SubmitAsync("/newsroom/editions", [.. good.Where(one => one.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, html);
        Assert.Contains("Kept words", html);
    }

    [Theory, OnBoth]
    public async Task A_changed_name_is_on_the_masthead_and_a_stale_change_shows_both(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        var path = $"/newsroom/editions/{newsroom.Edition.Id}";

        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync("The Quay", 1)).StatusCode);
        Assert.Contains("The Quay", await newsroom.Client.GetStringAsync("/"));

        var stale = await SaveAsync("The Pier", 1);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var html = await stale.Content.ReadAsStringAsync();
        Assert.Contains("The Pier", html);
        Assert.Contains("The Quay", html);

        Task<HttpResponseMessage> SaveAsync(string name, long revision) => publisher.SubmitAsync(path,
            ("Revision", $"{revision}"), ("Name", name), ("Tagline", ""), ("Language", "en"), ("TimeZone", "Europe/London"));
    }

    [Fact]
    public async Task Editions_are_ordered()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.Editions.Add(new Edition("he", "הנמל", "he", "Asia/Jerusalem", 1)));
        using var publisher = await newsroom.AsAsync(Role.Publisher);

        await publisher.SubmitAsync($"/newsroom/editions/{newsroom.Edition.Id}/order", ("To", "down"));

        Assert.Equal(["he", ""], await newsroom.AskAsync(newspaper => newspaper.Editions.OrderBy(row => row.Position).Select(row => row.Code).ToListAsync()));
    }
}
