using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Document;
using Broadsheet.Pages;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Pages;

/// <summary>Plain pages as an editor makes them; the script's field is sent by hand.</summary>
public sealed class PlainPagePagesTests
{
    [Theory, OnBoth]
    public async Task A_page_is_a_draft_until_it_is_published_and_its_old_address_leads_on(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        await editor.SubmitAsync("/newsroom/pages", ("Edition", $"{newsroom.Edition.Id}"), ("Title", "About us"), ("Body", DraftDocument.OfText("We print on Thursdays.").ToJson()));
        var page = await FindAsync(newsroom);
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/about-us")).StatusCode);

        // Without script no body is sent: the text stays.
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(editor, page, page.Revision, ("IsPublished", "true"))).StatusCode);
        Assert.Contains("We print on Thursdays.", await newsroom.Client.GetStringAsync("/about-us"));

        page = await FindAsync(newsroom);
        await SaveAsync(editor, page, page.Revision, ("Slug", "about"), ("IsPublished", "true"));
        Assert.Equal("/about", (await newsroom.Client.GetAsync("/about-us")).Headers.Location!.OriginalString);

        await editor.SubmitAsync($"/newsroom/pages/{page.Id}/removal");
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/about")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_stale_save_answers_with_both_texts_and_loses_neither(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(new PlainPage(newsroom.Edition.Id, "About", "about")));
        var page = await FindAsync(newsroom);
        await SaveAsync(editor, page, 1, ("Body", DraftDocument.OfText("Hers is long.").ToJson()));

        var late = await SaveAsync(editor, page, 1, ("Body", DraftDocument.OfText("His is short.").ToJson()));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync();
        Assert.Contains("Hers is long.", html);
        Assert.Contains("His is short.", html);
        Assert.Equal("Hers is long.", PageForm.Words((await FindAsync(newsroom)).Body));
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(editor, page, 2, ("Body", DraftDocument.OfText("His is short.").ToJson()))).StatusCode);
    }

    [Fact]
    public async Task A_sections_slug_and_an_unknown_node_are_refused_and_the_form_kept()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(new PlainPage(newsroom.Edition.Id, "About", "about") { Body = DraftDocument.OfText("Old text.") }));
        var page = await FindAsync(newsroom);

        var taken = await SaveAsync(editor, page, 1, ("Title", "Kept words"), ("Slug", "city"), ("Body", DraftDocument.OfText("New text.").ToJson()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        var html = await taken.Content.ReadAsStringAsync();
        Assert.Contains("Kept words", html);
        Assert.Contains("New text.", html);

        var unknown = await SaveAsync(editor, page, 1, ("Body", """{"type":"doc","content":[{"type":"script"}]}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal("Old text.", PageForm.Words((await FindAsync(newsroom)).Body));
    }

    [Fact]
    public async Task A_reporter_writes_no_pages()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync("/newsroom/pages", ("Edition", $"{newsroom.Edition.Id}"), ("Title", "Mine"))).StatusCode);
    }

    private static Task<PlainPage> FindAsync(Newsroom newsroom) => newsroom.AskAsync(newspaper => newspaper.Pages.SingleAsync());

    private static Task<HttpResponseMessage> SaveAsync(StaffBrowser browser, PlainPage page, long revision, params (string Name, string Value)[] typed)
    {
        var fields = new Dictionary<string, string> { ["Title"] = page.Title, ["Slug"] = page.Slug, ["Revision"] = $"{revision}" };
        foreach (var (name, value) in typed) fields[name] = value;
        return browser.SubmitAsync($"/newsroom/pages/{page.Id}", [.. fields.Select(field => (field.Key, field.Value))]);
    }
}
