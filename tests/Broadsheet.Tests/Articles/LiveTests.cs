using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Tests.Accounts;
using Broadsheet.Topics;

namespace Broadsheet.Tests.Articles;

/// <summary>After an act the editor is told whether readers see it, as they would: over HTTP, through what stands in front.</summary>
public sealed partial class LiveTests
{
    [Fact]
    public async Task Published_and_seen_at_every_place_that_shows_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (topic, ida) = (new Topic(newsroom.Edition.Id, "Harbour", "harbour"), new Contributor("Ida Holm", "ida-holm", ContributorKind.Person));
        await newsroom.ChangeAsync(newspaper => { newspaper.AllTopics.Add(topic); newspaper.Contributors.Add(ida); });
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls", content => content with { Topics = [topic.PublicId], Bylines = [new(ida.PublicId)] });
        foreach (var path in (string[])["/", "/latest", "/feed.xml", "/city", "/topic/harbour", "/by/ida-holm"]) await newsroom.Client.GetAsync(path);

        var page = await ActAsync(editor, article, "publication", ("revision", "2"));

        var end = await EndAsync(editor, page);
        Assert.Matches(@"<span>Live in \d+\.\d s</span>", end);
        Assert.Equal(["The story", "Front page", "Latest", "Feed", "City", "Harbour", "Ida Holm"], Places().Matches(end).Select(match => match.Groups[2].Value));
        Assert.All(Places().Matches(end), match => Assert.StartsWith(newsroom.Client.BaseAddress!.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal), match.Groups[1].Value));
        // Whoever comes without script has it in the page.
        Assert.Contains("Live in", await editor.ReadAsync(page));
    }

    [Fact]
    public async Task Withdrawn_and_gone_from_where_it_was()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        foreach (var path in (string[])["/", "/latest", "/city", $"/city/{article.Slug}"]) await newsroom.Client.GetStringAsync(path);

        var page = await ActAsync(editor, article, "withdrawal", ("revision", "2"), ("Kind", "mistake"), ("Reason", "Too early"));

        Assert.Matches(@"Gone everywhere in \d+\.\d s", await EndAsync(editor, page));
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync($"/city/{article.Slug}")).StatusCode);
    }

    [Fact]
    public async Task What_a_proxy_holds_back_is_named_with_a_link_until_it_lets_go()
    {
        await using var proxy = new HoldingProxy("/");
        await using var newsroom = await Newsroom.OpenAsync(settings: machine => machine with { Paper = new() { Address = proxy.Address } });
        proxy.Behind = newsroom.Client;
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls");
        await proxy.HoldAsync();

        var page = await ActAsync(editor, article, "publication", ("revision", "2"));
        var meanwhile = await WaitForAsync(editor, page, "Not yet everywhere:");

        Assert.Contains($"<a href=\"{proxy.Address}/\" dir=\"auto\">Front page</a> is still as before", meanwhile);
        Assert.DoesNotContain("Latest", meanwhile);
        Assert.Contains("Look again", meanwhile);

        proxy.LetGo();
        Assert.Matches(@"Live in \d+(\.\d)? s", await EndAsync(editor, page));
        Assert.All(proxy.Asked, host => Assert.Equal(new Uri(proxy.Address).Authority, host));
    }

    [Fact]
    public async Task An_address_that_nobody_answers_stops_no_publication()
    {
        await using var newsroom = await Newsroom.OpenAsync(settings: machine => machine with { Paper = new() { Address = "http://127.0.0.1:9" } });
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls");

        var page = await ActAsync(editor, article, "publication", ("revision", "2"));

        Assert.True((await newsroom.ReloadAsync(article)).IsPublished);
        Assert.Contains("The story</a> does not answer", await WaitForAsync(editor, page, "Not yet everywhere:"));
    }

    [Fact]
    public async Task What_was_long_ago_is_not_looked_at_and_strangers_stories_are_not_told_of()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var since = newsroom.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        using var editor = await newsroom.AsAsync(Role.Editor);

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync($"/newsroom/articles/{article.Id}/live?since={since}")).StatusCode);
        Assert.DoesNotContain("live-check", await editor.ReadAsync($"/newsroom/articles/{article.Id}"));
        // Another node, or this one before its restart, knew of the act; how long it took is not known here.
        Assert.Contains("Live everywhere", await EndAsync(editor, $"/newsroom/articles/{article.Id}?since={since}"));

        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/newsroom/articles/{article.Id}/live?since={since}")).StatusCode);
        Assert.DoesNotContain("live-check", await editor.ReadAsync($"/newsroom/articles/{article.Id}?since={since}"));
    }

    private static async Task<string> ActAsync(StaffBrowser editor, Article article, string act, params (string, string)[] fields)
    {
        var answer = await editor.SubmitAsync($"/newsroom/articles/{article.Id}/{act}", [.. fields.Select(field => field.Item1 == "revision" ? ("revision", article.Draft.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture)) : field)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    // A test machine may take its time over each page.
    private static Task<string> EndAsync(StaffBrowser editor, string page) => WaitForAsync(editor, page, "data-live=\"live\"");

    private static async Task<string> WaitForAsync(StaffBrowser editor, string page, string words)
    {
        for (var tries = 0; tries < 40; tries++)
        {
            var piece = await (await editor.GetAsync(page.Replace("?", "/live?", StringComparison.Ordinal))).Content.ReadAsStringAsync();
            if (piece.Contains(words, StringComparison.Ordinal)) return piece;
            await Task.Delay(200);
        }
        throw new TimeoutException($"Nobody said: {words}");
    }

    [GeneratedRegex("""<li><a href="([^"]+)" dir="auto">([^<]+)</a>""")]
    private static partial Regex Places();
}
