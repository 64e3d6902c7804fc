using System.Globalization;
using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.FrontPage;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.FrontPage;

/// <summary>The lead as an editor without script pins it and takes the pin off.</summary>
public sealed class FrontPageDeskTests
{
    [Theory, OnBoth]
    public async Task A_story_leads_until_its_time_on_the_editions_clock(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.ChangeAsync(newspaper => newspaper.Editions.Single().TimeZone = "Asia/Jerusalem");
        var (old, _) = await TwoAsync(newsroom);
        using var editor = await newsroom.AsAsync(Role.Editor);
        Assert.Contains("“New story” leads by itself", await editor.ReadAsync("/newsroom/front-page"));

        var answer = await PinAsync(editor, newsroom, old, newsroom.Clock.GetUtcNow().AddHours(2), Guid.Empty);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Old story", await LeadAsync(newsroom));
        Assert.Contains("“Old story” is pinned until", await editor.ReadAsync("/newsroom/front-page"));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(119));
        Assert.Equal("Old story", await LeadAsync(newsroom));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("New story", await LeadAsync(newsroom));
    }

    [Theory, OnBoth]
    public async Task The_pin_is_taken_off_and_logged(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (old, _) = await TwoAsync(newsroom);
        using var editor = await newsroom.AsAsync(Role.Editor);
        await PinAsync(editor, newsroom, old, newsroom.Clock.GetUtcNow().AddHours(2), Guid.Empty);

        await editor.SubmitAsync($"/newsroom/front-page/{newsroom.Edition.Id}/lead/removal", ("Stamp", $"{await StampAsync(newsroom)}"));

        Assert.Equal("New story", await LeadAsync(newsroom));
        Assert.Equal(["lead-pinned", "lead-unpinned"], await newsroom.AskAsync(newspaper => newspaper.AuditEntries.OrderBy(row => row.Id).Select(row => row.Act).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Of_two_editors_the_later_one_is_shown_what_the_other_pinned(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (old, recent) = await TwoAsync(newsroom);
        using var editor = await newsroom.AsAsync(Role.Editor);
        await PinAsync(editor, newsroom, old, newsroom.Clock.GetUtcNow().AddHours(2), Guid.Empty);

        var late = await PinAsync(editor, newsroom, recent, newsroom.Clock.GetUtcNow().AddHours(3), Guid.Empty);
        var html = await late.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Somebody saved this meanwhile", html);
        Assert.Contains($"value=\"{recent.PublicId}\" selected", html);
        Assert.Equal("Old story", await LeadAsync(newsroom));
        Assert.Equal(HttpStatusCode.Conflict, (await editor.SubmitAsync($"/newsroom/front-page/{newsroom.Edition.Id}/lead/removal", ("Stamp", $"{Guid.NewGuid()}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await PinAsync(editor, newsroom, recent, newsroom.Clock.GetUtcNow().AddHours(3), await StampAsync(newsroom))).StatusCode);
    }

    [Theory]
    [InlineData("2001-01-01T06:00", "still to come")]
    [InlineData("tomorrow-ish", "Choose a day and a time")]
    public async Task A_time_that_is_none_is_refused_and_the_story_stays_chosen(string until, string words)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (old, _) = await TwoAsync(newsroom);
        using var editor = await newsroom.AsAsync(Role.Editor);

        var answer = await editor.SubmitAsync($"/newsroom/front-page/{newsroom.Edition.Id}/lead", ("Story", $"{old.PublicId}"), ("Until", until), ("Stamp", $"{Guid.Empty}"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, html);
        Assert.Contains($"value=\"{until}\"", html);
        Assert.Contains($"value=\"{old.PublicId}\" selected", html);
    }

    [Fact]
    public async Task A_draft_and_paid_matter_cannot_lead_and_a_withdrawn_story_leads_no_more()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (old, _) = await TwoAsync(newsroom);
        var paid = await newsroom.PublishAsync(await newsroom.DraftAsync("Paid", content => content with { Kind = ArticleKind.Sponsored, Payer = "A bank" }));
        var draft = await newsroom.DraftAsync("Draft");
        using var editor = await newsroom.AsAsync(Role.Editor);
        var until = newsroom.Clock.GetUtcNow().AddHours(2);

        foreach (var wrong in new[] { paid, draft })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PinAsync(editor, newsroom, wrong, until, Guid.Empty)).StatusCode);
        await PinAsync(editor, newsroom, old, until, Guid.Empty);
        await newsroom.ActAsync(old, (publication, found) => publication.WithdrawAsync(found, new Withdrawal(WithdrawalKind.Mistake, "Wrong", 0, newsroom.Clock.GetUtcNow())));

        Assert.Contains("The pinned story, “Old story”, is not out any more. “New story” leads by itself.", await editor.ReadAsync("/newsroom/front-page"));
    }

    private static async Task<(Article Old, Article New)> TwoAsync(Newsroom newsroom)
    {
        var old = await newsroom.PublishAsync(await newsroom.DraftAsync("Old story"));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        return (old, await newsroom.PublishAsync(await newsroom.DraftAsync("New story")));
    }

    private static async Task<HttpResponseMessage> PinAsync(StaffBrowser editor, Newsroom newsroom, Article story, DateTimeOffset until, Guid stamp)
    {
        var edition = await newsroom.AskAsync(newspaper => newspaper.Editions.SingleAsync());
        return await editor.SubmitAsync($"/newsroom/front-page/{edition.Id}/lead",
            ("Story", $"{story.PublicId}"), ("Until", edition.LocalTime(until).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)), ("Stamp", $"{stamp}"));
    }

    private static Task<Guid> StampAsync(Newsroom newsroom) => newsroom.AskAsync(newspaper => newspaper.FrontPages.Select(row => row.Stamp).SingleAsync());

    private static async Task<string> LeadAsync(Newsroom newsroom)
    {
        var html = await newsroom.Client.GetStringAsync("/");
        var lead = html[html.IndexOf("front-lead", StringComparison.Ordinal)..];
        return lead.IndexOf("Old story", StringComparison.Ordinal) is >= 0 and var old && (lead.IndexOf("New story", StringComparison.Ordinal) is var recent && (recent < 0 || old < recent)) ? "Old story" : "New story";
    }
}
