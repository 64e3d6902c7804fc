using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Menus;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Menus;

public sealed partial class MenuPagesTests
{
    [Theory, OnBoth]
    public async Task Links_are_added_moved_and_removed_and_stand_on_the_paper(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);

        await SaveAsync(newsroom, editor, null, [("About us", "/about"), ("Contact", "/contact"), ("Elsewhere", "https://elsewhere.example/"), ("", "")]);
        await SaveAsync(newsroom, editor, ("Up", "2"), [("About us", "/about"), ("Contact", "/contact"), ("Elsewhere", "https://elsewhere.example/")]);
        await SaveAsync(newsroom, editor, null, [("About us", "/about"), ("Elsewhere", "https://elsewhere.example/"), ("", "")]);

        Assert.Equal(["About us", "Elsewhere"], await LabelsAsync(newsroom));
        Assert.Contains("<a href=\"https://elsewhere.example/\">Elsewhere</a>", await newsroom.Client.GetStringAsync("/"));

        await SaveAsync(newsroom, editor, ("Up", "1"), [("About us", "/about"), ("Elsewhere", "https://elsewhere.example/")]);
        Assert.Equal(["Elsewhere", "About us"], await LabelsAsync(newsroom));
    }

    [Theory, OnBoth]
    public async Task A_script_address_and_a_stale_save_are_refused_and_nothing_is_lost(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var seen = Seen().Match(await editor.ReadAsync("/newsroom/menus")).Groups[1].Value;

        var refused = await SaveAsync(newsroom, editor, null, [("Kept words", "javascript:alert(1)")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Kept words", await refused.Content.ReadAsStringAsync());

        await SaveAsync(newsroom, editor, null, [("Hers", "/about")]);
        var late = await editor.SubmitAsync($"/newsroom/menus/{newsroom.Edition.Id}", ("Seen", seen), ("Label", "His"), ("Address", "/about"), ("Place", "Footer"), ("Position", "1"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync();
        Assert.Contains("Hers (/about)", html);
        Assert.Contains("His (/about)", html);
        Assert.Equal(["Hers"], await LabelsAsync(newsroom));
    }

    [Fact]
    public async Task A_reporter_changes_no_menu()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync($"/newsroom/menus/{newsroom.Edition.Id}", ("Label", "Mine"), ("Address", "/mine"))).StatusCode);
    }

    private static Task<List<string>> LabelsAsync(Newsroom newsroom) =>
        newsroom.AskAsync(newspaper => newspaper.MenuItems.OrderBy(row => row.Position).Select(row => row.Label).ToListAsync());

    private static async Task<HttpResponseMessage> SaveAsync(Newsroom newsroom, StaffBrowser browser, (string, string)? button, (string Label, string Address)[] rows)
    {
        var seen = Seen().Match(await browser.ReadAsync("/newsroom/menus")).Groups[1].Value;
        return await browser.SubmitAsync($"/newsroom/menus/{newsroom.Edition.Id}",
        [
            ("Seen", seen),
            .. rows.SelectMany((row, at) => new[] { ("Label", row.Label), ("Address", row.Address), ("Place", "Footer"), ("Position", $"{at + 1}") }),
            .. button is { } pressed ? [pressed] : Array.Empty<(string, string)>(),
        ]);
    }

    [GeneratedRegex("name=\"Seen\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Seen();
}
