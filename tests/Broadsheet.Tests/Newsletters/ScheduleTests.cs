using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Editions;
using Broadsheet.Newsletters;
using Broadsheet.Newsletters.Issues;
using Broadsheet.Newsletters.Schedule;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Notices;
using Broadsheet.Tests.Popularity;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Tests.Readers.ReaderBrowser;

namespace Broadsheet.Tests.Newsletters;

/// <summary>Issues that make themselves, with a clock of the test's own.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public void The_next_hour_is_the_editions_also_where_clocks_skip_or_double_it()
    {
        var london = new Edition("", "The Harbour Post", "en", "Europe/London", 0);
        Assert.Equal(At("2026-03-28T01:30"), Next("01:30", At("2026-03-27T12:00")));
        // On 29 March 2026 there is no 01:30: an hour later by the clock, once.
        Assert.Equal(At("2026-03-29T01:30"), Next("01:30", At("2026-03-28T12:00")));
        Assert.Equal(At("2026-03-30T00:30"), Next("01:30", At("2026-03-29T01:30")));
        // On 25 October 2026 there are two: the first counts.
        Assert.Equal(At("2026-10-25T00:30"), Next("01:30", At("2026-10-24T12:00")));
        Assert.Equal(At("2026-10-26T01:30"), Next("01:30", At("2026-10-25T00:30")));
        // Saturday 28 November: the weekly one comes on Monday, and a week after that.
        Assert.Equal(At("2026-11-30T07:00"), Next("07:00", At("2026-11-28T07:00"), Rhythm.Weekly));
        Assert.Equal(At("2026-12-07T07:00"), Next("07:00", At("2026-11-30T07:00"), Rhythm.Weekly));

        DateTimeOffset? Next(string time, DateTimeOffset after, Rhythm rhythm = Rhythm.Daily)
        {
            var schedule = new NewsletterSchedule(1);
            schedule.Choose(rhythm, DayOfWeek.Monday, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), new(Filling.Newest, [], 8), london, after);
            return schedule.NextAt;
        }

        static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory, OnBoth]
    public async Task A_daily_one_is_shown_half_an_hour_before_goes_out_at_its_hour_and_only_with_what_is_new(On on)
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox, on);
        var tide = await newsroom.NewsletterAsync();
        await newsroom.SubscribeAsync(tide, "dana");
        newsroom.GoTo("06:00");
        // After the clock was moved: a session idles for a day.
        using var noor = await newsroom.AsAsync(Role.Publisher);
        await newsroom.ScheduleAsync(tide, Rhythm.Daily, "07:00");
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Ferry is late"));

        newsroom.GoTo("06:29");
        await newsroom.SendIssuesAsync();
        Assert.Empty(await newsroom.IssuesAsync());
        newsroom.GoTo("06:30");
        await newsroom.SendIssuesAsync();
        await newsroom.SendIssuesAsync();
        var issue = Assert.Single(await newsroom.IssuesAsync());
        Assert.Equal((IssueState.Scheduled, true), (issue.State, issue.IsAutomatic));
        var proof = (await newsroom.MailsAsync(postbox)).Single(mail => mail.Subject == "[Proof] Ferry is late");
        Assert.Contains($"https://post.example/newsroom/issues/{issue.Id}", proof.TextBody);
        Assert.Contains("Harbour wall falls", proof.HtmlBody);
        // It has the one-click header, too, which ends nothing.
        Assert.Equal("List-Unsubscribe=One-Click", proof.Headers[MimeKit.HeaderId.ListUnsubscribePost]);
        var leave = new Uri(proof.Headers[MimeKit.HeaderId.ListUnsubscribe]!.Trim('<', '>')).PathAndQuery;
        Assert.True((await newsroom.Client.PostAsync(leave, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]))).IsSuccessStatusCode);
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Subscriptions.CountAsync(row => row.EndedAt == null)));
        Assert.Contains("Hold it", await noor.ReadAsync($"/newsroom/issues/{issue.Id}"));
        Assert.Empty(await postbox.BulkAsync());

        // What is taken from readers after the proof stands in no mail, and gives it no subject.
        newsroom.GoTo("07:00");
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.Articles.Where(row => row.Id != wall.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.RightsEnd, newsroom.Clock.GetUtcNow()))));
        await newsroom.SendIssuesAsync();
        var mail = Assert.Single(await postbox.BulkAsync());
        Assert.Equal("Harbour wall falls", mail.Subject);
        Assert.DoesNotContain("Ferry", mail.HtmlBody);
        Assert.Contains("1 Quay, Harbour", mail.TextBody);

        // Nothing new the next day: nothing is made. New the day after: that alone.
        newsroom.GoTo("06:45");
        await newsroom.SendIssuesAsync();
        newsroom.GoTo("07:01");
        await newsroom.SendIssuesAsync();
        Assert.Single(await newsroom.IssuesAsync());
        await newsroom.PublishAsync(await newsroom.DraftAsync("Gulls return"));
        newsroom.GoTo("06:31");
        await newsroom.SendIssuesAsync();
        newsroom.GoTo("07:00");
        await newsroom.SendIssuesAsync();
        Assert.Equal("Gulls return", (await postbox.BulkAsync())[^1].Subject);
        Assert.DoesNotContain("Harbour wall", (await postbox.BulkAsync())[^1].TextBody);
        Assert.Equal(2, (await postbox.BulkAsync()).Count);
    }

    [Fact]
    public async Task One_that_is_held_or_two_hours_late_or_without_an_address_waits_for_a_person()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox);
        var tide = await newsroom.NewsletterAsync();
        await newsroom.SubscribeAsync(tide, "dana");
        var noor = await newsroom.HireAsync(Role.Publisher);
        newsroom.GoTo("06:00");
        await newsroom.ScheduleAsync(tide, Rhythm.Daily, "07:00");
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));

        newsroom.GoTo("06:30");
        await newsroom.SendIssuesAsync();
        var held = (await newsroom.IssuesAsync()).Single();
        Assert.Equal(302, (int)(await (await newsroom.AsAsync(noor)).SubmitAsync($"/newsroom/issues/{held.Id}/sending", ("Act", "recall"), ("Revision", $"{held.Revision}"))).StatusCode);
        newsroom.GoTo("07:00");
        await newsroom.SendIssuesAsync();
        Assert.Equal(IssueState.Draft, (await newsroom.IssuesAsync()).Single().State);

        // Shown in time, but then the program was down until after nine.
        newsroom.GoTo("06:30");
        await newsroom.Planner.PlanDueAsync(default);
        newsroom.GoTo("09:01");
        await newsroom.SendIssuesAsync();
        var late = (await newsroom.IssuesAsync())[^1];
        Assert.Equal((IssueState.Draft, Waiting.Late), (late.State, late.WaitsFor));
        Assert.Contains("more than two hours late", await (await newsroom.AsAsync(noor)).ReadAsync($"/newsroom/issues/{late.Id}"));
        Assert.Contains("waits for somebody", await (await newsroom.AsAsync(noor)).ReadAsync("/newsroom/notices"));

        // Down all morning: made, and waiting from the first.
        newsroom.GoTo("06:00");
        await newsroom.PublishAsync(await newsroom.DraftAsync("Gulls return"));
        newsroom.GoTo("12:00");
        await newsroom.SendIssuesAsync();
        Assert.Equal(Waiting.Late, (await newsroom.IssuesAsync())[^1].WaitsFor);
        Assert.Empty(await postbox.BulkAsync());

        // Somebody looks, and sends it.
        var last = (await newsroom.IssuesAsync())[^1];
        Assert.Equal(302, (int)(await (await newsroom.AsAsync(noor)).SubmitAsync($"/newsroom/issues/{last.Id}/sending", ("Act", "now"), ("Revision", $"{last.Revision}"))).StatusCode);
        await newsroom.SendIssuesAsync();
        Assert.Single(await postbox.BulkAsync());
    }

    [Fact]
    public async Task Rules_choose_by_section_by_reads_and_so_many()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox);
        var tide = await newsroom.NewsletterAsync();
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var ferry = await newsroom.PublishAsync(await newsroom.DraftAsync("Ferry is late"));
        var gulls = await newsroom.PublishAsync(await newsroom.DraftAsync("Gulls return"));
        await newsroom.ReadByAsync(wall, 4);
        await newsroom.ReadByAsync(gulls, 2);

        Assert.Equal([gulls.Id, ferry.Id], await ChosenAsync(new(Filling.Newest, [], 2)));
        Assert.Equal([wall.Id, gulls.Id], await ChosenAsync(new(Filling.MostRead, [newsroom.City.Id], 2)));
        Assert.Empty(await ChosenAsync(new(Filling.Newest, [newsroom.City.Id + 1], 8)));

        Task<IReadOnlyList<long>> ChosenAsync(FillingRules rules) => newsroom.AskAsync(async newspaper =>
        {
            var schedule = new NewsletterSchedule(tide.Id);
            schedule.Choose(Rhythm.Daily, DayOfWeek.Monday, new(7, 0), rules, newsroom.Edition, newsroom.Clock.GetUtcNow());
            return await newspaper.NewStoriesAsync(tide, schedule, newsroom.Clock.GetUtcNow(), default);
        });
    }

    [Fact]
    public async Task The_form_keeps_what_was_typed_says_when_the_next_goes_out_and_refuses_what_is_stale()
    {
        await using var postbox = await Postbox.OpenAsync();
        await using var newsroom = await NewsletterCast.OpenAsync(postbox);
        var tide = await newsroom.NewsletterAsync();
        using var noor = await newsroom.AsAsync(Role.Publisher);
        var page = $"/newsroom/newsletters/{tide.Id}/schedule";
        await noor.ReadAsync(page);
        (string, string)[] form = [("Rhythm", "Weekly"), ("Day", "Friday"), ("SendsAt", "17:30"), ("Filling", "MostRead"), ("Most", "5"), ("Sections", $"{newsroom.City.Id}")];

        Assert.Equal(422, (int)(await noor.SubmitAsync(page, [.. form[..4], ("Most", "many"), ("Revision", "1")])).StatusCode);
        Assert.Equal(302, (int)(await noor.SubmitAsync(page, [.. form, ("Revision", "1")])).StatusCode);
        Assert.Equal(409, (int)(await noor.SubmitAsync(page, [.. form, ("Revision", "1")])).StatusCode);
        Assert.Contains("17:30 (Europe/London)", await noor.ReadAsync(page));
        var kept = await newsroom.AskAsync(newspaper => newspaper.NewsletterSchedules.SingleAsync());
        Assert.Equal((Rhythm.Weekly, DayOfWeek.Friday, 5, newsroom.City.Id), (kept.Rhythm, kept.Day, kept.Rules.Most, kept.Rules.Sections.Single()));
    }
}
