using System.Text.Json;
using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Pictures;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Pictures;

namespace Broadsheet.Tests.Newsletters;

/// <summary>That mail programs draw what we send, by the tables of caniemail.com.</summary>
public sealed partial class MailHtmlTests
{
    // What some do not know, and what a reader there sees instead.
    private static readonly Dictionary<string, string> Known = new()
    {
        ["@media"] = "the light colours, in the dark, too",
        ["Type selector"] = "the same: it names body for the dark",
        ["Class selector"] = "the same: classes name what is lighter in the dark",
        ["Descendant combinator"] = "the same, of links",
        ["lang attribute"] = "nothing: it is for screen readers and hyphenation",
        ["width attribute"] = "nothing: the width stands in the style, too",
        ["text-decoration"] = "a headline that is a link with its line",
        ["<body> element"] = "a div in its place; the tables have colours of their own",
        ["display:none"] = "the line that mailboxes show after the subject, once more above the mail",
        ["overflow"] = "nothing: display:none is known there",
        ["role attribute"] = "nothing: it is for screen readers",
        ["dir attribute"] = "nothing: align is given, too",
    };

    [Theory]
    [InlineData("en")]
    [InlineData("he")]
    public async Task Mail_programs_draw_an_issue(string language)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox);
        var tide = await newsroom.NewsletterAsync();
        await newsroom.AskAsync(async newspaper =>
        {
            (await newspaper.Set<Broadsheet.Editions.Edition>().FindAsync(newsroom.Edition.Id))!.Language = language;
            return await newspaper.SaveChangesAsync();
        });
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var quay = await LibraryTests.TakeInAsync(newsroom, TestPicture.Jpeg(1600, 900));
        await newsroom.ChangeAsync(newspaper => newspaper.Pictures.Single().AllowWithoutCredit("Ours.", 0, newsroom.Clock.GetUtcNow()));
        var issue = new Issue(tide.Id, newsroom.Clock.GetUtcNow());
        issue.Change("High water", "Two stories", "Good morning.", [wall.Id], Segment.All, quay.PublicId);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(issue));
        using var noor = await newsroom.AsAsync(Role.Publisher);
        var html = await noor.ReadAsync($"/newsroom/issues/{issue.Id}/preview.html");

        Assert.Contains(quay.Key, html, StringComparison.Ordinal);
        Assert.Contains($"dir=\"{(language == "he" ? "rtl" : "ltr")}\"", html, StringComparison.Ordinal);
        Assert.Empty(await UnknownAsync(html));
        Assert.Equal(["display:flex", "position"], (await UnknownAsync(html.Replace("style=\"margin:0\">", "style=\"margin:0;display:flex;position:sticky\">", StringComparison.Ordinal))).Order());
    }

    private static async Task<IEnumerable<string>> UnknownAsync(string html) =>
        JsonSerializer.Deserialize<string[]>(await NodeScript.RunAsync("mail-html.mjs", html))!.Select(error => Feature().Match(error).Groups[1].Value).Distinct().Where(feature => !Known.ContainsKey(feature));

    [GeneratedRegex("`([^`]+)` is not supported by")]
    private static partial Regex Feature();
}
