using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Planning;
using Broadsheet.Planning.Needs;
using Broadsheet.Planning.Notes;
using Broadsheet.Settings;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Planning;

/// <summary>The way of a story, as a reporter and an editor without script go it.</summary>
public sealed class PlanningTests
{
    [Theory, OnBoth]
    public async Task A_story_goes_from_stage_to_stage_and_two_who_move_it_at_once_are_told(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var begun = await reporter.SubmitAsync("/newsroom/articles");
        var story = begun.Headers.Location!.OriginalString;
        var id = long.Parse(story.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(HttpStatusCode.Redirect, (await reporter.SubmitAsync($"{story}/stage", ("from", "draft"), ("stage", "review"))).StatusCode);
        Assert.Contains("Only an editor moves a story to “Ready”", await TextOf(await reporter.SubmitAsync($"{story}/stage", ("from", "review"), ("stage", "ready"))));
        Assert.Contains("it is at In review now", await TextOf(await editor.SubmitAsync($"{story}/stage", ("from", "draft"), ("stage", "ready"))));
        Assert.Contains("follows publication by itself", await TextOf(await editor.SubmitAsync($"{story}/stage", ("from", "review"), ("stage", "published"))));

        // The board shows it where it is, and leads back to it after a move.
        var board = await editor.ReadAsync("/newsroom/board");
        Assert.Contains($"id=\"story-{id}\"", board);
        Assert.Contains("name=\"from\" value=\"review\"", board);
        var moved = await editor.SubmitAsync($"{story}/stage", ("from", "review"), ("stage", "ready"), ("back", "/newsroom/board"));
        Assert.Equal($"/newsroom/board#story-{id}", moved.Headers.Location!.OriginalString);
        Assert.Equal($"/newsroom/articles/{id}", (await editor.SubmitAsync($"{story}/stage", ("from", "ready"), ("stage", "ready"), ("back", "//elsewhere.example"))).Headers.Location!.OriginalString);
        Assert.Equal("ready", (await newsroom.AskAsync(newspaper => newspaper.ShowPlanAsync(id, default))).Stage);
        Assert.Contains("Waiting for you", await editor.ReadAsync("/newsroom"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_plan_gives_a_story_to_a_reporter_who_may_then_write_in_it_and_lists_find_it(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var member = await newsroom.AskAsync(newspaper => newspaper.StaffMembers.Where(row => row.RoleId == Role.Reporter).Select(row => row.Id).SingleAsync());
        var article = await newsroom.DraftAsync("Harbour wall falls");
        var story = $"/newsroom/articles/{article.Id}";
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync(story)).StatusCode);

        var due = newsroom.Clock.GetUtcNow().AddHours(-1);
        var local = newsroom.Edition.LocalTime(due).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var day = DateOnly.FromDateTime(newsroom.Edition.LocalTime(due).DateTime).AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await editor.SubmitAsync($"{story}/plan", ("PlanRevision", "1"), ("AssignedTo", $"{member}"), ("DueAt", local), ("PlannedFor", day), ("Note", "Ask the harbour master"));
        Assert.Contains("Somebody changed the plan", await TextOf(await editor.SubmitAsync($"{story}/plan", ("PlanRevision", "1"), ("Note", "typed and kept"))));

        await reporter.ReadAsync(story);
        Assert.Contains("Harbour wall falls", await reporter.ReadAsync("/newsroom/articles?who=me&due=late"));
        Assert.DoesNotContain("Harbour wall falls", await editor.ReadAsync("/newsroom/articles?who=me"));
        Assert.Contains("Harbour wall falls", await reporter.ReadAsync("/newsroom"));
        Assert.Contains("Harbour wall falls", await editor.ReadAsync($"/newsroom/calendar?at={day}"));

        var kept = await editor.SubmitAsync("/newsroom/lists", ("name", "City, late"), ("query", $"?due=late&section={newsroom.City.PublicId}&page=3&evil=1"));
        Assert.Equal($"/newsroom/articles?section={newsroom.City.PublicId}&due=late", kept.Headers.Location!.OriginalString);
        var list = await editor.ReadAsync(kept.Headers.Location.OriginalString);
        Assert.Contains("City, late", list);
        Assert.Contains("Harbour wall falls", list);

        var moved = await editor.SubmitAsync($"{story}/plan/day", ("PlanRevision", "2"), ("day", "2031-03-01"), ("back", "/newsroom/calendar?at=2031-03-01"));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal(new DateOnly(2031, 3, 1), (await newsroom.AskAsync(newspaper => newspaper.ShowPlanAsync(article.Id, default))).PlannedFor);
    }

    [Fact]
    public async Task What_is_on_hold_goes_out_by_no_road_until_an_editor_says_why_it_may()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls");
        var story = $"/newsroom/articles/{article.Id}";
        await editor.SubmitAsync($"{story}/schedule", ("revision", "2"), ("at", "2031-07-01T06:00"));

        Assert.Contains("Say why it must not be published", await TextOf(await editor.SubmitAsync($"{story}/hold", ("PlanRevision", "1"), ("HoldReason", " "))));
        await editor.SubmitAsync($"{story}/hold", ("PlanRevision", "1"), ("HoldReason", "The widow has not been told"));

        Assert.Null((await newsroom.ReloadAsync(article)).ScheduledFor);
        Assert.Contains("Do not publish: The widow has not been told", await TextOf(await editor.SubmitAsync($"{story}/publication", ("revision", "2"))));
        await Assert.ThrowsAsync<NotReadyException>(() => newsroom.PublishAsync(article));
        await Assert.ThrowsAsync<NotReadyException>(() => newsroom.ActAsync(article, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow().AddDays(1), 0)));

        await editor.SubmitAsync($"{story}/hold/removal", ("PlanRevision", "2"), ("HoldReason", "She knows since noon"));
        Assert.True((await newsroom.PublishAsync(article)).IsPublished);
        var log = await newsroom.AskAsync(newspaper => newspaper.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Act + ": " + entry.Reason).ToListAsync());
        Assert.Equal(["hold: The widow has not been told", "hold-lifted: She knows since noon"], log.TakeLast(2));
    }

    [Fact]
    public async Task What_a_section_needs_holds_a_first_publication_up_and_nothing_else()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls");
        var story = $"/newsroom/articles/{article.Id}";
        Assert.Contains("Write a standfirst.", await editor.ReadAsync($"{story}/checklist"));
        await editor.ReadAsync("/newsroom/publishing-needs");
        await editor.SubmitAsync("/newsroom/publishing-needs", ("Revision", "0"), ($"Standfirst-{newsroom.City.Id}", "Required"), ($"LeadPicture-{newsroom.City.Id}", "Off"));

        Assert.Equal(NeedLevel.Required, (await newsroom.AskAsync(newspaper => newspaper.SettingAsync<PublishingNeeds>())).Of(newsroom.City.PublicId, Need.Standfirst));
        var list = await editor.ReadAsync($"{story}/checklist");
        Assert.Contains("href=\"#field-Standfirst\"", list);
        Assert.Contains("it cannot go out yet", list);
        Assert.DoesNotContain("lead picture", list);
        Assert.Contains("Write a standfirst.", await TextOf(await editor.SubmitAsync($"{story}/publication", ("revision", "2"))));

        var out1 = await newsroom.PublishAsync(await newsroom.DraftAsync("With one", content => content with { Standfirst = "The council votes" }));
        await newsroom.ActAsync(out1, async (publication, found) =>
        {
            found.SaveDraft(found.Draft.Content with { Standfirst = "" }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            await publication.PublishAsync(found, 0);
        });
        Assert.Equal("", (await newsroom.ReloadAsync(out1)).Standfirst);
    }

    [Fact]
    public async Task Private_notes_are_for_who_may_write_in_the_story()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var notes = $"/newsroom/articles/{article.Id}/notes";

        var refused = await TextOf(await editor.SubmitAsync(notes, ("Kind", "AskedForComment"), ("Who", ""), ("Where", "typed before"), ("AskedAt", "nonsense")));
        Assert.Contains("Choose a day and a time", refused);
        Assert.Contains("typed before", refused);
        await editor.SubmitAsync(notes, ("Kind", "AskedForComment"), ("Who", "Harbour master"), ("Where", "+44 20 7946 0000"), ("AskedAt", "2026-11-27T09:30"));

        var page = await editor.ReadAsync(notes);
        Assert.Contains("44 20 7946 0000", page);
        Assert.Contains("No answer yet", page);
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync(notes)).StatusCode);
        Assert.DoesNotContain("7946", await newsroom.Client.GetStringAsync("/city/harbour-wall-falls"));
        Assert.DoesNotContain("7946", await newsroom.Client.GetStringAsync("/feed.xml"));
        var note = await newsroom.AskAsync(newspaper => newspaper.StoryNotes.SingleAsync());
        await editor.SubmitAsync($"{notes}/{note.Id}", ("Revision", $"{note.Revision}"), ("Who", "Harbour master"), ("Kind", "AskedForComment"), ("Answer", "Nobody was hurt."));
        Assert.Contains("Nobody was hurt.", await editor.ReadAsync(notes));
    }

    [Fact]
    public async Task An_obituary_is_kept_ready_and_asks_to_be_read_over()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("A long life");
        await editor.SubmitAsync($"/newsroom/articles/{article.Id}/readiness", ("PlanRevision", "1"), ("act", "keep"));

        Assert.DoesNotContain("A long life", await editor.ReadAsync("/newsroom/board"));
        Assert.DoesNotContain("Read it over", await editor.ReadAsync("/newsroom/obituaries"));
        newsroom.Clock.Advance(KeepReady.Fresh + TimeSpan.FromDays(1));
        using var later = await newsroom.AsAsync(Role.Editor);
        Assert.Contains("Read it over", await later.ReadAsync("/newsroom/obituaries"));
        Assert.Contains("wants to be read over", await later.ReadAsync("/newsroom"));
        await later.SubmitAsync($"/newsroom/articles/{article.Id}/readiness", ("PlanRevision", "2"), ("act", "read"));
        Assert.DoesNotContain("Read it over", await later.ReadAsync("/newsroom/obituaries"));
    }

    private static async Task<string> TextOf(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
}
