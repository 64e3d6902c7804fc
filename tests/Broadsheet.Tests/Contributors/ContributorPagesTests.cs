using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Contributors;

/// <summary>A name belongs to a person: changed or hidden, it is so in everything that is printed already.</summary>
public sealed class ContributorPagesTests
{
    [Theory, OnBoth]
    public async Task A_new_name_travels_to_old_bylines_feeds_and_data_and_the_old_page_leads_to_the_new(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var (who, path) = await WriteAsync(newsroom, spelledOut: "Ada Wells");

        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(editor, who, ("Name", "Adam Wells"), ("Slug", "adam-wells"), ("Bio", "Adam covers the harbour."))).StatusCode);

        foreach (var page in new[] { path, "/", "/feed.xml", "/by/adam-wells" })
        {
            var text = await newsroom.Client.GetStringAsync(page);
            Assert.Contains("Adam Wells", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Ada Wells", text, StringComparison.Ordinal);
        }
        Assert.Contains("\"name\":\"Adam Wells\"", await newsroom.Client.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal("/by/adam-wells", (await newsroom.Client.GetAsync("/by/ada-wells")).Headers.Location!.OriginalString);
    }

    [Theory, OnBoth]
    public async Task Somebody_hidden_is_nowhere_and_comes_back_whole(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var (who, path) = await WriteAsync(newsroom);

        await SaveAsync(editor, who, ("IsHidden", "true"));
        foreach (var page in new[] { path, "/", "/latest", "/feed.xml" })
        {
            var text = await newsroom.Client.GetStringAsync(page);
            Assert.DoesNotContain("Ada Wells", text, StringComparison.Ordinal);
            Assert.DoesNotContain("ada-wells", text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/by/ada-wells")).StatusCode);
        Assert.Equal("contributor-hidden", (await newsroom.AskAsync(newspaper => newspaper.AuditEntries.SingleAsync())).Act);

        await SaveAsync(editor, await FindAsync(newsroom));
        Assert.Contains("Ada Wells", await newsroom.Client.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_name_behind_a_pen_name_is_the_publishers_alone(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        var (who, path) = await WriteAsync(newsroom, spelledOut: "Ada Wells");

        // An editor's form has no pen name, and a forged one does nothing.
        await SaveAsync(editor, who, ("PenName", "Forged"));
        Assert.Equal("", (await FindAsync(newsroom)).PenName);

        var tells = await SaveAsync(publisher, await FindAsync(newsroom), ("PenName", "Lighthouse"));
        Assert.Contains("This address still tells the real name.", await tells.Content.ReadAsStringAsync());
        await SaveAsync(publisher, await FindAsync(newsroom), ("PenName", "Lighthouse"), ("Slug", "lighthouse"));

        Assert.DoesNotContain("Ada Wells", await newsroom.Client.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Contains("Lighthouse", await newsroom.Client.GetStringAsync("/feed.xml"), StringComparison.Ordinal);
        // No redirect: it would tell whose the pen name is.
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/by/ada-wells")).StatusCode);

        var page = $"/newsroom/contributors/{who.Id}";
        Assert.Contains("Ada Wells", await publisher.ReadAsync(page));
        Assert.DoesNotContain("Ada Wells", await editor.ReadAsync(page));
        Assert.DoesNotContain("Ada Wells", await editor.ReadAsync("/newsroom/contributors"));

        // The editor may change the rest; the names stay.
        await SaveAsync(editor, await FindAsync(newsroom), ("Name", ""), ("Slug", "lighthouse"), ("Bio", "Writes at night."));
        var saved = await FindAsync(newsroom);
        Assert.Equal(("Ada Wells", "Lighthouse", "Writes at night."), (saved.Name, saved.PenName, saved.Bio));
    }

    [Theory, OnBoth]
    public async Task A_stale_save_answers_with_both_texts(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var (who, _) = await WriteAsync(newsroom);
        await SaveAsync(editor, who, ("Bio", "Hers"));

        var late = await SaveAsync(editor, who, ("Bio", "His"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync();
        Assert.Contains("Hers", html);
        Assert.Contains("His", html);
        Assert.Equal("Hers", (await FindAsync(newsroom)).Bio);
    }

    [Fact]
    public async Task Somebody_is_added_and_a_reporter_adds_nobody()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        using var editor = await newsroom.AsAsync(Role.Editor);

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync("/newsroom/contributors", ("Name", "Me"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.SubmitAsync("/newsroom/contributors", ("Name", ""), ("Bio", "Kept"))).StatusCode);
        await editor.SubmitAsync("/newsroom/contributors", ("Name", "The Night Desk"), ("Kind", "Desk"));

        var desk = await FindAsync(newsroom);
        Assert.Equal(("the-night-desk", ContributorKind.Desk), (desk.Slug, desk.Kind));
        Assert.Contains("The Night Desk", await newsroom.Client.GetStringAsync("/by/the-night-desk"));
    }

    [Fact]
    public async Task The_order_of_names_to_choose_from_does_not_give_a_pen_name_away()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        await newsroom.ChangeAsync(newspaper => newspaper.Contributors.AddRange(
            new Contributor("Aaron Abel", "lighthouse", ContributorKind.Person) { PenName = "Lighthouse" },
            new Contributor("Mara Kent", "mara-kent", ContributorKind.Person), new Contributor("Ida Holm", "ida-holm", ContributorKind.Person)));
        var article = await newsroom.DraftAsync("Harbour wall falls");

        var page = await editor.ReadAsync($"/newsroom/articles/{article.Id}");

        Assert.Equal(["Ida Holm", "Lighthouse", "Mara Kent"], ((string[])["Lighthouse", "Mara Kent", "Ida Holm"]).OrderBy(name => page.IndexOf($">{name}<", StringComparison.Ordinal)));
        Assert.DoesNotContain("Aaron", page);
    }

    private static async Task<(Contributor Who, string Path)> WriteAsync(Newsroom newsroom, string spelledOut = "")
    {
        var who = new Contributor("Ada Wells", "ada-wells", ContributorKind.Person) { Bio = "Covers the harbour." };
        await newsroom.ChangeAsync(newspaper => newspaper.Contributors.Add(who));
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Wall falls", content => content with { Bylines = [new Byline(who.PublicId, spelledOut)] }));
        Assert.Contains("Ada Wells", await newsroom.Client.GetStringAsync($"/city/{article.Slug}"), StringComparison.Ordinal);
        return (who, $"/city/{article.Slug}");
    }

    private static Task<Contributor> FindAsync(Newsroom newsroom) => newsroom.AskAsync(newspaper => newspaper.Contributors.SingleAsync());

    private static Task<HttpResponseMessage> SaveAsync(StaffBrowser browser, Contributor who, params (string Name, string Value)[] typed)
    {
        var fields = new Dictionary<string, string> { ["Kind"] = "Person", ["Name"] = who.Name, ["PenName"] = who.PenName, ["Slug"] = who.Slug, ["Bio"] = who.Bio, ["Revision"] = $"{who.Revision}" };
        foreach (var (name, value) in typed) fields[name] = value;
        return browser.SubmitAsync($"/newsroom/contributors/{who.Id}", [.. fields.Select(field => (field.Key, field.Value))]);
    }
}
