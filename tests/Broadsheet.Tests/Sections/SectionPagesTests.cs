using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Sections;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Sections;

/// <summary>Sections as an editor without script makes, changes, orders and removes them.</summary>
public sealed class SectionPagesTests
{
    [Theory, OnBoth]
    public async Task A_section_is_made_and_stands_last_on_the_paper(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);

        var answer = await editor.SubmitAsync("/newsroom/sections", ("Edition", $"{newsroom.Edition.Id}"), ("Name", "Café & Kultur"), ("Slug", ""), ("Description", "Eating"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var made = await newsroom.AskAsync(newspaper => newspaper.Sections.SingleAsync(row => row.Name == "Café & Kultur"));
        Assert.Equal(("cafe-kultur", 1, "Eating"), (made.Slug, made.Position, made.Description));
        Assert.Contains("Eating", await newsroom.Client.GetStringAsync("/cafe-kultur"));
        Assert.Contains("/cafe-kultur", await editor.ReadAsync("/newsroom/sections"));
    }

    [Theory, OnBoth]
    public async Task A_changed_slug_leads_its_own_and_its_stories_old_addresses_to_the_new_ones(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        using var editor = await newsroom.AsAsync(Role.Editor);

        await SaveAsync(editor, newsroom.City, 1, "Town", "town");

        Assert.Equal(HttpStatusCode.OK, (await newsroom.Client.GetAsync($"/town/{article.Slug}")).StatusCode);
        Assert.Equal($"/town/{article.Slug}", (await newsroom.Client.GetAsync($"/city/{article.Slug}")).Headers.Location!.OriginalString);
        Assert.Equal("/town", (await newsroom.Client.GetAsync("/city")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("latest", "the program itself needs")]
    [InlineData("sport", "taken by another section or page")]
    [InlineData("he", "the address of an edition")]
    public async Task A_slug_that_belongs_to_something_else_is_refused_and_the_form_kept(string slug, string words)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(
            new Section(newsroom.Edition.Id, "Sport", "sport", 1), new Broadsheet.Editions.Edition("he", "הנמל", "he", "Asia/Jerusalem", 1)));
        using var editor = await newsroom.AsAsync(Role.Editor);

        var answer = await SaveAsync(editor, newsroom.City, 1, "Kept words", slug);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, html);
        Assert.Contains("Kept words", html);
        Assert.Equal("city", (await newsroom.AskAsync(newspaper => newspaper.Sections.SingleAsync(row => row.Name == "City"))).Slug);
    }

    [Theory, OnBoth]
    public async Task A_stale_save_answers_with_both_texts_and_loses_neither(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        await SaveAsync(editor, newsroom.City, 1, "Hers", "city");

        var late = await SaveAsync(editor, newsroom.City, 1, "His", "city");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync();
        Assert.Contains("Hers", html);
        Assert.Contains("His", html);
        Assert.Equal("Hers", (await newsroom.AskAsync(newspaper => newspaper.Sections.SingleAsync())).Name);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(editor, newsroom.City, 2, "His", "city")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Only_an_empty_section_goes(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var draft = await newsroom.DraftAsync("Harbour wall falls");
        using var editor = await newsroom.AsAsync(Role.Editor);
        var removal = $"/newsroom/sections/{newsroom.City.Id}/removal";

        Assert.Contains("A draft or a scheduled story is meant for City.", await (await editor.SubmitAsync(removal)).Content.ReadAsStringAsync());
        await newsroom.PublishAsync(draft);
        var refused = await editor.SubmitAsync(removal);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("One published story stands in City.", await refused.Content.ReadAsStringAsync());

        await newsroom.ChangeAsync(newspaper => newspaper.Sections.Add(new Section(newsroom.Edition.Id, "Sport", "sport", 1)));
        var sport = await newsroom.AskAsync(newspaper => newspaper.Sections.SingleAsync(row => row.Slug == "sport"));
        await editor.SubmitAsync($"/newsroom/sections/{sport.Id}/removal");
        Assert.Equal("City", (await newsroom.AskAsync(newspaper => newspaper.Sections.SingleAsync())).Name);
    }

    [Theory, OnBoth]
    public async Task The_order_is_the_mastheads(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(new Section(newsroom.Edition.Id, "Sport", "sport", 1), new Section(newsroom.Edition.Id, "World", "world", 2)));
        var world = await newsroom.AskAsync(newspaper => newspaper.Sections.SingleAsync(row => row.Slug == "world"));
        using var editor = await newsroom.AsAsync(Role.Editor);

        await editor.SubmitAsync($"/newsroom/sections/{world.Id}/order", ("To", "up"));
        await editor.SubmitAsync($"/newsroom/sections/{world.Id}/order", ("To", "up"));
        await editor.SubmitAsync($"/newsroom/sections/{world.Id}/order", ("To", "up"));

        Assert.Equal(["world", "city", "sport"], await newsroom.AskAsync(newspaper => newspaper.Sections.OrderBy(row => row.Position).Select(row => row.Slug).ToListAsync()));
    }

    [Fact]
    public async Task A_reporter_arranges_no_sections()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        Assert.Equal(HttpStatusCode.Forbidden, (await SaveAsync(reporter, newsroom.City, 1, "Mine", "mine")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync($"/newsroom/sections/{newsroom.City.Id}/removal")).StatusCode);
        Assert.DoesNotContain("/newsroom/sections", await reporter.ReadAsync("/newsroom/paper"));
    }

    private static Task<HttpResponseMessage> SaveAsync(StaffBrowser browser, Section section, long revision, string name, string slug) =>
        browser.SubmitAsync($"/newsroom/sections/{section.Id}", ("Name", name), ("Slug", slug), ("Description", ""), ("Revision", $"{revision}"));
}
