using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.FrontPage;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.FrontPage;

/// <summary>The front page as an editor without script arranges it, and what readers get.</summary>
public sealed partial class FrontPageDeskTests
{
    [Theory, OnBoth]
    public async Task A_story_leads_until_its_time_on_the_editions_clock_and_readers_see_it_at_once(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.ChangeAsync(newspaper => newspaper.Editions.Single().TimeZone = "Asia/Jerusalem");
        var (old, _) = await TwoAsync(newsroom);
        Assert.Equal("New story", await LeadAsync(newsroom));
        var desk = await DeskForms.OpenAsync(newsroom);

        await desk.ActAsync($"place|{old.PublicId}");
        Assert.Contains("“Old story” stands in place 1 of 1: Lead. It is not live yet.", desk.Html);
        Assert.Equal("New story", await LeadAsync(newsroom));
        desk.Set("Until", Local(desk, newsroom.Clock.GetUtcNow().AddHours(2)));
        Assert.Equal(HttpStatusCode.Redirect, await desk.ActAsync("live"));

        Assert.Equal("Old story", await LeadAsync(newsroom));
        Assert.Contains("Version 1 is live since", await desk.ReadAsync());
        // The field knows no seconds, and the test takes some.
        newsroom.Clock.Advance(TimeSpan.FromMinutes(110));
        Assert.Equal("Old story", await LeadAsync(newsroom));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("New story", await LeadAsync(newsroom));
    }

    [Theory, OnBoth]
    public async Task Of_two_editors_the_later_one_is_shown_what_the_other_arranged(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (old, recent) = await TwoAsync(newsroom);
        var mara = await DeskForms.OpenAsync(newsroom);
        var noam = await DeskForms.OpenAsync(newsroom);
        await mara.ActAsync($"place|{old.PublicId}");
        await noam.ActAsync($"put|{recent.PublicId}|seconds|1");

        Assert.Equal(HttpStatusCode.Redirect, await mara.ActAsync("live"));
        Assert.Equal(HttpStatusCode.Conflict, await noam.ActAsync("live"));
        Assert.Contains("Somebody saved this meanwhile", noam.Html);
        Assert.Contains("1. Old story", noam.Html);
        Assert.Contains("2. New story", noam.Html);
        Assert.Equal("Old story", await LeadAsync(newsroom));
        // She has read it: sent again, hers counts.
        Assert.Equal(HttpStatusCode.Redirect, await noam.ActAsync("live"));
        Assert.Equal([1, 2], await newsroom.AskAsync(newspaper => newspaper.FrontPageVersions.OrderBy(row => row.Id).Select(row => row.Number).ToListAsync()));
    }

    [Theory]
    [InlineData("2001-01-01T06:00", "still to come")]
    [InlineData("tomorrow-ish", "choose a day and a time")]
    public async Task A_time_that_is_none_is_refused_and_everything_stays_as_typed(string until, string words)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (old, _) = await TwoAsync(newsroom);
        var desk = await DeskForms.OpenAsync(newsroom);
        await desk.ActAsync($"place|{old.PublicId}");
        desk.Set("Until", until);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await desk.ActAsync("live"));

        Assert.Contains(words, desk.Html);
        Assert.Equal(until, desk.Value("Until"));
        Assert.Equal($"{old.PublicId}", desk.Value("Story"));
    }

    [Fact]
    public async Task Paid_matter_cannot_lead_and_a_withdrawn_story_gives_its_place_up_at_once()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (old, _) = await TwoAsync(newsroom);
        var paid = await newsroom.PublishAsync(await newsroom.DraftAsync("Paid", content => content with { Kind = ArticleKind.Sponsored, Payer = "A bank" }));
        var desk = await DeskForms.OpenAsync(newsroom);

        await desk.ActAsync($"put|{paid.PublicId}|lead|0");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await desk.ActAsync("live"));
        Assert.Contains("somebody paid for it", desk.Html);
        await desk.ActAsync($"off|{paid.PublicId}");
        await desk.ActAsync($"put|{old.PublicId}|lead|0");
        await desk.ActAsync("live");
        Assert.Equal("Old story", await LeadAsync(newsroom));
        await newsroom.ActAsync(old, (publication, found) => publication.WithdrawAsync(found, new Withdrawal(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));

        Assert.Equal("New story", await LeadAsync(newsroom));
        Assert.Contains("Meanwhile: New story", await desk.ReadAsync());
    }

    [Theory, OnBoth]
    public async Task A_planned_front_page_goes_live_on_time_also_when_the_program_was_down_and_with_a_story_scheduled_before_it(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (old, _) = await TwoAsync(newsroom);
        var morning = newsroom.Clock.GetUtcNow().AddHours(8);
        var coming = await newsroom.DraftAsync("Morning story");
        await newsroom.ActAsync(coming, (publication, found) => publication.ScheduleAsync(found, morning.AddMinutes(-5), 0));
        var desk = await DeskForms.OpenAsync(newsroom);

        // Two plans: an earlier one, and the morning's, which holds what is not out yet.
        await desk.ActAsync($"place|{old.PublicId}");
        desk.Set("At", Local(desk, morning.AddHours(-1)));
        Assert.Equal(HttpStatusCode.Redirect, await desk.ActAsync("plan"));
        await desk.ReadAsync();
        desk.Set("At", Local(desk, morning));
        await desk.ActAsync($"place|{coming.PublicId}");
        Assert.Contains("goes out", desk.Html);
        var preview = await desk.PreviewAsync();
        Assert.Contains("Morning story", LeadOf(await preview.Content.ReadAsStringAsync()));
        Assert.Equal("noindex", preview.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Contains("no-store", preview.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, await desk.ActAsync("plan"));
        Assert.Equal("New story", await LeadAsync(newsroom));

        await newsroom.CloseAsync();
        newsroom.Clock.Advance(morning - newsroom.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await newsroom.StartAsync();
        await newsroom.RunJobsAsync();

        Assert.Contains("Morning story", LeadOf(await newsroom.Client.GetStringAsync("/")));
        Assert.Equal([FrontPageCause.Planned, FrontPageCause.Planned], await newsroom.AskAsync(newspaper => newspaper.FrontPageVersions.OrderBy(row => row.Number).Select(row => row.Cause).ToListAsync()));
        Assert.False(await newsroom.AskAsync(newspaper => newspaper.PlannedFrontPages.AnyAsync()));
    }

    [Fact]
    public async Task A_plan_that_was_moved_goes_live_at_its_new_time_only_and_a_dropped_one_never()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (old, _) = await TwoAsync(newsroom);
        var desk = await DeskForms.OpenAsync(newsroom);
        await desk.ActAsync($"place|{old.PublicId}");
        desk.Set("At", Local(desk, newsroom.Clock.GetUtcNow().AddHours(1)));
        await desk.ActAsync("plan");
        var plan = await newsroom.AskAsync(newspaper => newspaper.PlannedFrontPages.Select(row => row.Id).SingleAsync());

        await desk.ReadAsync(plan);
        desk.Set("At", Local(desk, newsroom.Clock.GetUtcNow().AddHours(3)));
        Assert.Equal(HttpStatusCode.Redirect, await desk.ActAsync("plan"));
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        await newsroom.RunJobsAsync();
        Assert.Equal("New story", await LeadAsync(newsroom));

        await desk.Browser.SubmitAsync($"/newsroom/front-page/{newsroom.Edition.Id}/plans/{plan}/removal");
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        await newsroom.RunJobsAsync();
        Assert.Equal("New story", await LeadAsync(newsroom));
    }

    [Fact]
    public async Task An_old_version_is_looked_at_and_restored_and_rules_fill_what_nobody_placed()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (old, recent) = await TwoAsync(newsroom);
        var desk = await DeskForms.OpenAsync(newsroom);
        await desk.ActAsync($"place|{old.PublicId}");
        await desk.ActAsync("live");
        await desk.ReadAsync();
        await desk.ActAsync($"off|{old.PublicId}");
        // Nothing but opinion comes by itself: what has no story takes the newest that are no news.
        desk.Add("Out-lead", "News");
        await newsroom.PublishAsync(await newsroom.DraftAsync("A view", content => content with { Kind = ArticleKind.Opinion }));
        await desk.ActAsync("live");
        Assert.Contains("A view", LeadOf(await newsroom.Client.GetStringAsync("/")));

        newsroom.Clock.Advance(TimeSpan.FromHours(5));
        var version = await desk.Browser.ReadAsync($"/newsroom/front-page/{newsroom.Edition.Id}/versions/1");
        Assert.Contains("1. Old story, until", version);
        var again = await desk.Browser.SubmitAsync($"/newsroom/front-page/{newsroom.Edition.Id}/versions/1/restoration", ("Stamp", Stamp().Match(version).Groups[1].Value));

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("Old story", await LeadAsync(newsroom));
        Assert.Contains("Restored from version 1", await desk.Browser.ReadAsync($"/newsroom/front-page/{newsroom.Edition.Id}/versions"));
        Assert.Equal(HttpStatusCode.Conflict, (await desk.Browser.SubmitAsync($"/newsroom/front-page/{newsroom.Edition.Id}/versions/2/restoration", ("Stamp", $"{Guid.NewGuid()}"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_breaking_line_stands_over_every_page_until_its_end(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (old, _) = await TwoAsync(newsroom);
        var desk = await DeskForms.OpenAsync(newsroom);
        var line = $"/newsroom/front-page/{newsroom.Edition.Id}/breaking";
        Assert.DoesNotContain("Harbour bridge closed", await newsroom.Client.GetStringAsync("/latest"));

        var refused = await desk.Browser.SubmitAsync(line, ("Text", ""), ("Story", $"{old.PublicId}"), ("Until", "2001-01-01T00:00"), ("Stamp", $"{Guid.Empty}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"value=\"{old.PublicId}\" selected", await refused.Content.ReadAsStringAsync());
        await desk.Browser.SubmitAsync(line, ("Text", "Harbour bridge closed"), ("Story", $"{old.PublicId}"), ("Until", Local(desk, newsroom.Clock.GetUtcNow().AddHours(1))), ("Stamp", $"{Guid.Empty}"));

        foreach (var page in new[] { "/", "/latest", "/city" }) Assert.Contains("Harbour bridge closed", await newsroom.Client.GetStringAsync(page));
        Assert.DoesNotContain("Harbour bridge closed", await newsroom.Client.GetStringAsync($"/city/{(await newsroom.ReloadAsync(old)).Slug}"));
        Assert.Equal(HttpStatusCode.Conflict, (await desk.Browser.SubmitAsync(line, ("Text", "Another"), ("Until", Local(desk, newsroom.Clock.GetUtcNow().AddHours(1))), ("Stamp", $"{Guid.Empty}"))).StatusCode);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(61));
        foreach (var page in new[] { "/", "/latest" }) Assert.DoesNotContain("Harbour bridge closed", await newsroom.Client.GetStringAsync(page));
    }

    private static async Task<(Article Old, Article New)> TwoAsync(Newsroom newsroom)
    {
        var old = await newsroom.PublishAsync(await newsroom.DraftAsync("Old story"));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        return (old, await newsroom.PublishAsync(await newsroom.DraftAsync("New story")));
    }

    private static string Local(DeskForms desk, DateTimeOffset at) => desk.Edition.FieldTime(at);

    private static async Task<string> LeadAsync(Newsroom newsroom) => LeadOf(await newsroom.Client.GetStringAsync("/")).Contains("Old story", StringComparison.Ordinal) ? "Old story" : "New story";

    private static string LeadOf(string html) => html[html.IndexOf("front-lead", StringComparison.Ordinal)..] is var lead ? lead[..lead.IndexOf("</article>", StringComparison.Ordinal)] : "";

    [GeneratedRegex("name=\"Stamp\" value=\"([^\"]+)\"")]
    private static partial Regex Stamp();
}
