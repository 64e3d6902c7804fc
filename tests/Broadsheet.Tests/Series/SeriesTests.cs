using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Series;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Series;

/// <summary>Stories that are read one after the other.</summary>
public sealed class SeriesTests
{
    [Theory, OnBoth]
    public async Task A_story_says_which_part_it_is_and_leads_to_the_next_once_that_is_out(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var series = await MakeAsync(newsroom);
        var one = await PublishAsync(newsroom, series, "The crane driver");
        var two = await PublishAsync(newsroom, series, "The pilot");

        var page = await newsroom.Client.GetStringAsync($"/city/{two.Slug}");
        Assert.Contains("Part 2 of 2 in <a href=\"/series/night-work\">Night work</a>", page);
        Assert.Contains($"<a href=\"/city/{one.Slug}\" rel=\"prev\">The crane driver</a>", page);
        Assert.DoesNotContain("Next in this series", page);
        Assert.Contains("\"isPartOf\":{\"@type\":\"CreativeWorkSeries\",\"name\":\"Night work\",\"url\":\"", page);
        Assert.Contains("\"position\":2", page);

        // The kept page of part 2 is old the moment that part 3 comes out, and again when that is taken back.
        var three = await PublishAsync(newsroom, series, "The baker");
        page = await newsroom.Client.GetStringAsync($"/city/{two.Slug}");
        Assert.Contains("Part 2 of 3", page);
        Assert.Contains($"<a href=\"/city/{three.Slug}\" rel=\"next\">The baker</a>", page);
        Assert.Equal(["The crane driver", "The pilot", "The baker"], await PartsAsync(newsroom));
        await newsroom.ActAsync(three, (publication, found) => publication.WithdrawAsync(found, new Withdrawal(WithdrawalKind.Mistake, "Not ours.", 0, newsroom.Clock.GetUtcNow())));
        Assert.DoesNotContain("The baker", await newsroom.Client.GetStringAsync($"/city/{two.Slug}"));
    }

    [Theory, OnBoth]
    public async Task The_desk_puts_the_parts_in_an_order_by_hand_and_what_comes_later_stands_last(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var series = await MakeAsync(newsroom);
        var one = await PublishAsync(newsroom, series, "One");
        await PublishAsync(newsroom, series, "Two");
        var three = await PublishAsync(newsroom, series, "Three");
        Assert.Contains("Part 3 of 3", await newsroom.Client.GetStringAsync($"/city/{three.Slug}"));
        using var editor = await newsroom.AsAsync(Role.Editor);

        await editor.SubmitAsync($"/newsroom/series/{series.Id}/order", ("Story", $"{three.PublicId}"), ("To", "up"));
        await editor.SubmitAsync($"/newsroom/series/{series.Id}/order", ("Story", $"{three.PublicId}"), ("To", "up"));
        Assert.Equal(["Three", "One", "Two"], await PartsAsync(newsroom));
        Assert.Contains("Part 2 of 3", await newsroom.Client.GetStringAsync($"/city/{one.Slug}"));
        await PublishAsync(newsroom, series, "Four");
        Assert.Equal(["Three", "One", "Two", "Four"], await PartsAsync(newsroom));

        await SaveAsync(editor, series, ("Order", "ByPublication"));
        Assert.Equal(["One", "Two", "Three", "Four"], await PartsAsync(newsroom));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.SubmitAsync($"/newsroom/series/{series.Id}/order", ("Story", $"{Guid.NewGuid()}"), ("To", "up"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_series_is_made_renamed_with_its_old_address_leading_on_and_removed_from_its_stories(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        await editor.SubmitAsync("/newsroom/series", ("Edition", $"{newsroom.Edition.Id}"), ("Name", "Night work"), ("Slug", ""), ("Description", "Who is awake."));
        var series = await newsroom.AskAsync(newspaper => newspaper.StorySeries.SingleAsync());
        var story = await PublishAsync(newsroom, series, "The pilot");
        var page = await newsroom.Client.GetStringAsync("/series/night-work");
        Assert.Contains("Who is awake.", page);
        Assert.Contains("more to come", page);
        Assert.Contains("1 story", await editor.ReadAsync("/newsroom/series"));
        Assert.Contains("The pilot", await newsroom.Client.GetStringAsync("/series/night-work/feed.xml"));
        Assert.Contains("/series/night-work</loc>", await newsroom.Client.GetStringAsync("/sitemap-pages.xml"));

        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(editor, series, ("Name", "Awake"), ("Slug", "awake"), ("IsFinished", "true"))).StatusCode);
        Assert.Equal("/series/awake", (await newsroom.Client.GetAsync("/series/night-work")).Headers.Location!.OriginalString);
        Assert.Contains("complete", await newsroom.Client.GetStringAsync("/series/awake"));
        Assert.Contains(">Awake</a>", await newsroom.Client.GetStringAsync($"/city/{story.Slug}"));
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/series/awake?page=2")).StatusCode);

        var taken = await editor.SubmitAsync("/newsroom/series", ("Edition", $"{newsroom.Edition.Id}"), ("Name", "Awake"), ("Description", "Kept words."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("Kept words.", await taken.Content.ReadAsStringAsync());
        var late = await editor.SubmitAsync($"/newsroom/series/{series.Id}", ("Name", "His"), ("Slug", "awake"), ("Revision", "1"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("His", await late.Content.ReadAsStringAsync());

        await editor.SubmitAsync($"/newsroom/series/{series.Id}/removal");
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Client.GetAsync("/series/awake")).StatusCode);
        Assert.DoesNotContain("/series/awake", await newsroom.Client.GetStringAsync($"/city/{story.Slug}"));
        // The version still names it; the story can be published again all the same.
        await newsroom.PublishAsync(story);
    }

    [Fact]
    public async Task A_writer_puts_a_story_into_a_series_and_the_series_is_in_its_history_and_preview()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var series = await MakeAsync(newsroom);
        await PublishAsync(newsroom, series, "The crane driver");
        using var reporter = await newsroom.AsAsync(Role.Editor);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("The pilot"));
        Assert.DoesNotContain("Part 2", await newsroom.Client.GetStringAsync($"/city/{story.Slug}"));

        await reporter.SubmitAsync($"/newsroom/articles/{story.Id}", ("Headline", "The pilot"), ("Series", $"{series.PublicId}"), ("Revision", $"{(await newsroom.ReloadAsync(story)).Draft.Revision}"));
        Assert.Matches($"<option value=\"{series.PublicId}\"[^>]*selected", await reporter.ReadAsync($"/newsroom/articles/{story.Id}"));
        Assert.Contains("Part 2 of 2", await reporter.ReadAsync($"/newsroom/articles/{story.Id}/preview/page"));
        await newsroom.PublishAsync(story);

        Assert.Contains("Part 2 of 2", await newsroom.Client.GetStringAsync($"/city/{story.Slug}"));
        Assert.Contains("Night work", await reporter.ReadAsync($"/newsroom/articles/{story.Id}/history/comparison?from=1&to=2"));
    }

    [Fact]
    public async Task A_reporter_changes_no_series()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var series = await MakeAsync(newsroom);
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync($"/newsroom/series/{series.Id}", ("Name", "Mine"), ("Revision", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync($"/newsroom/series/{series.Id}/removal")).StatusCode);
    }

    internal static async Task<StorySeries> MakeAsync(Newsroom newsroom)
    {
        await newsroom.ChangeAsync(newspaper => newspaper.Add(new StorySeries(newsroom.Edition.Id, "Night work", "night-work")));
        return await newsroom.AskAsync(newspaper => newspaper.StorySeries.SingleAsync());
    }

    internal static async Task<Article> PublishAsync(Newsroom newsroom, StorySeries series, string headline)
    {
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        return await newsroom.PublishAsync(await newsroom.DraftAsync(headline, content => content with { Series = series.PublicId }));
    }

    private static async Task<string[]> PartsAsync(Newsroom newsroom)
    {
        var page = await newsroom.Client.GetStringAsync("/series/night-work");
        return [.. Regex.Matches(page[page.IndexOf("spread-main", StringComparison.Ordinal)..page.IndexOf("spread-side", StringComparison.Ordinal)], "<h2><a[^>]*>([^<]*)</a>").Select(match => match.Groups[1].Value)];
    }

    private static async Task<HttpResponseMessage> SaveAsync(StaffBrowser browser, StorySeries series, params (string, string)[] more)
    {
        var page = await browser.ReadAsync($"/newsroom/series/{series.Id}");
        var revision = Regex.Match(page, "name=\"Revision\" value=\"(\\d+)\"").Groups[1].Value;
        (string, string)[] fields = [.. more, .. new[] { ("Name", series.Name), ("Slug", series.Slug), ("Description", "") }.Where(field => more.All(given => given.Item1 != field.Item1)), ("Revision", revision)];
        return await browser.SubmitAsync($"/newsroom/series/{series.Id}", fields);
    }
}
