using System.Net;
using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;

namespace Broadsheet.Tests.Articles;

/// <summary>The preview, and the rarer acts of the state bar, as an editor without script does them.</summary>
public sealed class ArticleActTests
{
    [Theory, OnBoth]
    public async Task A_preview_shows_the_draft_as_readers_would_see_it_and_stores_nothing(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Harbour wall falls");
        var frames = await editor.ReadAsync(Path(article, "/preview"));

        var answer = await editor.GetAsync(Path(article, "/preview/page"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains($"src=\"{Path(article, "/preview/page")}\"", frames);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<h1 dir=\"auto\">Harbour wall falls</h1>", page);
        Assert.Contains("The wall fell at noon.", page);
        Assert.Contains("noindex", page);
        Assert.Contains("data-article=\"\"", page);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("frame-ancestors 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Null((await newsroom.ReloadAsync(article)).PublishedAt);
    }

    [Fact]
    public async Task A_draft_without_a_section_can_be_looked_at_and_only_by_who_may_edit_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var article = await newsroom.DraftAsync("", content => content with { Section = null });

        await editor.ReadAsync(Path(article, "/preview/page"));

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync(Path(article, "/preview"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync(Path(article, "/preview/page"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_schedule_is_set_changed_and_taken_back(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Morning edition");

        await editor.SubmitAsync(Path(article, "/schedule"), ("revision", "2"), ("at", "2031-07-01T06:00"));
        Assert.Equal(new DateTimeOffset(2031, 7, 1, 5, 0, 0, TimeSpan.Zero), (await newsroom.ReloadAsync(article)).ScheduledFor);
        Assert.Contains("value=\"2031-07-01T06:00\"", await editor.ReadAsync(Path(article)));

        await editor.SubmitAsync(Path(article, "/schedule"), ("revision", "2"), ("at", "2031-07-02T06:00"));
        Assert.Equal(2, (await newsroom.ReloadAsync(article)).ScheduledFor?.Day);

        await editor.SubmitAsync(Path(article, "/schedule/removal"), ("revision", "2"));
        Assert.Null((await newsroom.ReloadAsync(article)).ScheduledFor);
    }

    [Theory]
    [InlineData("schedule", "at", "2001-01-01T06:00", "still to come")]
    [InlineData("embargo", "Zone", "Atlantis", "Choose the day and time the source gave")]
    public async Task A_refused_act_is_answered_on_the_article_with_what_was_typed(string act, string field, string typed, string words)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Morning edition");

        var answer = await editor.SubmitAsync(Path(article, "/" + act), ("revision", "2"), (field, typed));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(words, page);
        Assert.Contains($"value=\"{typed}\"", page);
        Assert.Contains("The wall fell at noon.", page);
    }

    [Fact]
    public async Task What_is_missing_and_a_text_that_moved_on_are_said_on_the_article()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Morning edition", content => content with { Section = null });

        var unready = await (await editor.SubmitAsync(Path(article, "/publication"), ("revision", "2"))).Content.ReadAsStringAsync();
        var stale = await (await editor.SubmitAsync(Path(article, "/publication"), ("revision", "1"))).Content.ReadAsStringAsync();

        Assert.Contains("href=\"#field-Section\">Choose a section.", unready);
        Assert.Contains("The text was changed since you opened it.", stale);
        Assert.Contains("name=\"Headline\"", stale);
        Assert.False((await newsroom.ReloadAsync(article)).IsPublished);
    }

    [Theory, OnBoth]
    public async Task Publish_saves_what_stands_in_the_form_first(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Morning edition");

        await editor.SubmitAsync(Path(article, "/publication"), ("Revision", "2"), ("Headline", "Evening edition"));

        var published = await newsroom.ReloadAsync(article);
        Assert.True(published.IsPublished);
        Assert.Equal("Evening edition", published.Headline);
    }

    [Theory, OnBoth]
    public async Task Publish_of_a_stale_form_shows_both_texts_and_publishes_nothing(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Morning edition");
        await editor.SubmitAsync(Path(article), ("Revision", "2"), ("Headline", "Theirs"));

        var answer = await editor.SubmitAsync(Path(article, "/publication"), ("Revision", "2"), ("Headline", "Mine"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("<p dir=\"auto\">Mine</p>", page);
        Assert.Contains("<p dir=\"auto\">Theirs</p>", page);
        Assert.False((await newsroom.ReloadAsync(article)).IsPublished);
    }

    [Theory, OnBoth]
    public async Task An_embargo_is_set_in_the_source_s_zone_and_lifted_with_a_reason(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        var article = await newsroom.DraftAsync("Budget");

        await editor.SubmitAsync(Path(article, "/embargo"), ("revision", "2"), ("Until", "2031-07-01T06:00"), ("Zone", "America/New_York"), ("Source", "Treasury"));
        Assert.Equal(new DateTimeOffset(2031, 7, 1, 10, 0, 0, TimeSpan.Zero), (await newsroom.ReloadAsync(article)).Embargo?.Until);
        Assert.Contains("set by Treasury", await editor.ReadAsync(Path(article)));

        Assert.Equal(HttpStatusCode.Conflict, (await editor.SubmitAsync(Path(article, "/embargo/removal"), ("revision", "2"), ("reason", ""))).StatusCode);
        await editor.SubmitAsync(Path(article, "/embargo/removal"), ("revision", "2"), ("reason", "The minister spoke"));
        Assert.Null((await newsroom.ReloadAsync(article)).Embargo);
    }

    [Theory, OnBoth]
    public async Task A_story_is_retracted_by_an_editor_and_removed_by_law_only_by_a_publisher(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var editor = await newsroom.AsAsync(Role.Editor);
        using var publisher = await newsroom.AsAsync(Role.Publisher);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Wrong story"));
        Assert.DoesNotContain("value=\"legal\"", await editor.ReadAsync(Path(article)));
        Assert.Contains("value=\"legal\"", await publisher.ReadAsync(Path(article)));

        var legal = new[] { ("revision", "2"), ("Kind", "legal"), ("Reason", "Order 12"), ("IsByLegalDemand", "true") };
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.SubmitAsync(Path(article, "/withdrawal"), legal)).StatusCode);
        Assert.Equal(200, (await newsroom.ReloadAsync(article)).PublicStatus);

        var mute = await editor.SubmitAsync(Path(article, "/withdrawal"), ("revision", "2"), ("Kind", "retraction"), ("Reason", "Not so"));
        Assert.Contains("A retraction needs a notice", await mute.Content.ReadAsStringAsync());
        await editor.SubmitAsync(Path(article, "/withdrawal"), ("revision", "2"), ("Kind", "retraction"), ("Reason", "Not so"), ("Notice", "We were wrong."), ("KeepsText", "true"));
        Assert.True((await newsroom.ReloadAsync(article)).Withdrawal is { Kind: WithdrawalKind.Retraction, KeepsText: true });

        await publisher.SubmitAsync(Path(article, "/withdrawal"), legal);
        Assert.Equal(451, (await newsroom.ReloadAsync(article)).PublicStatus);
    }

    [Theory, OnBoth]
    public async Task A_reporter_may_do_none_of_these_acts(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        using var reporter = await newsroom.AsAsync(Role.Reporter);
        var article = await newsroom.DraftAsync("Morning edition");

        foreach (var act in new[] { "publication", "schedule", "embargo", "withdrawal", "search-engines" })
            Assert.Equal(HttpStatusCode.Forbidden, (await reporter.SubmitAsync(Path(article, "/" + act), ("revision", "2"))).StatusCode);
    }

    private static string Path(Article article, string act = "") => $"/newsroom/articles/{article.Id}{act}";
}
