using Broadsheet.Articles;
using Broadsheet.Storage.Outbox;
using Broadsheet.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Articles;

public sealed class PublicationTests
{
    [Theory, OnBoth]
    public async Task What_is_published_is_first_in_the_lists(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.DraftAsync("Harbour wall falls");

        await newsroom.PublishAsync(article);

        var first = await newsroom.AskAsync(newspaper => newspaper.Articles.Published(newsroom.Clock.GetUtcNow()).LatestFirst().FirstAsync());
        Assert.Equal("Harbour wall falls", first.Headline);
        Assert.Equal("harbour-wall-falls", first.Slug);
        Assert.Equal(5, first.Words);
    }

    [Theory, OnBoth]
    public async Task Publishing_again_keeps_the_first_time_and_the_address(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        await newsroom.AskAsync(async newspaper =>
        {
            var found = await newspaper.Articles.ForActs().SingleAsync();
            found.SaveDraft(found.Draft.Content with { Headline = "Harbour wall falls again" }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });

        var again = await newsroom.ActAsync(article, (publication, found) => publication.PublishAsync(found, 0, saysUpdated: true));

        Assert.Equal(article.PublishedAt!.Value, again.PublishedAt!.Value, TimeSpan.FromMilliseconds(1));
        Assert.True(again.UpdatedAt > again.PublishedAt);
        Assert.Equal("harbour-wall-falls", again.Slug);
    }

    [Theory, OnBoth]
    public async Task A_story_without_a_headline_or_a_section_stays_in(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.DraftAsync("", content => content with { Section = null });

        var refused = await Assert.ThrowsAsync<NotReadyException>(() => newsroom.PublishAsync(article));

        Assert.Equal(["Headline", "Section"], refused.Problems.Select(problem => problem.Field));
        Assert.False((await newsroom.ReloadAsync(article)).IsPublished);
    }

    [Theory, OnBoth]
    public async Task An_embargo_holds_a_story_in_but_never_hides_one_that_is_out(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.DraftAsync("Budget");
        var now = newsroom.Clock.GetUtcNow();
        await newsroom.AskAsync(async newspaper =>
        {
            var found = await newspaper.Articles.ForActs().SingleAsync();
            found.SetEmbargo(new Embargo(now.AddHours(1), "Europe/London", "Treasury", 0), now);
            return await newspaper.SaveChangesAsync();
        });

        await Assert.ThrowsAsync<EmbargoException>(() => newsroom.PublishAsync(article));
        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        var published = await newsroom.PublishAsync(article);

        Assert.True(published.IsPublished);
        Assert.Throws<ArticleException>(() => published.SetEmbargo(new Embargo(now.AddDays(1), "Europe/London", "Treasury", 0), now));
    }

    [Theory]
    [OnBoth(WithdrawalKind.Mistake, false, 404)]
    [OnBoth(WithdrawalKind.Retraction, false, 200)]
    [OnBoth(WithdrawalKind.Legal, false, 410)]
    [OnBoth(WithdrawalKind.Legal, true, 451)]
    public async Task A_withdrawn_story_leaves_the_lists(On on, WithdrawalKind kind, bool demanded, int status)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Wrong story"));

        var withdrawn = await newsroom.ActAsync(article, (publication, found) =>
            publication.WithdrawAsync(found, new Withdrawal(kind, "Not true", 0, newsroom.Clock.GetUtcNow(), "We were wrong.", IsByLegalDemand: demanded)));

        Assert.Equal(status, withdrawn.PublicStatus);
        Assert.False(await newsroom.AskAsync(newspaper => newspaper.Articles.Published(newsroom.Clock.GetUtcNow()).AnyAsync()));
    }

    [Theory, OnBoth]
    public async Task A_scheduled_version_goes_out_by_itself_without_what_was_typed_later(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.DraftAsync("Morning edition");
        await newsroom.ActAsync(article, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow().AddHours(8), 0));
        await newsroom.AskAsync(async newspaper =>
        {
            var found = await newspaper.Articles.ForActs().SingleAsync();
            found.SaveDraft(found.Draft.Content with { Headline = "Half typed" }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });

        newsroom.Clock.Advance(TimeSpan.FromHours(8));
        var due = DateTimeOffset.UtcNow;
        while (!(await newsroom.ReloadAsync(article)).IsPublished && DateTimeOffset.UtcNow < due.AddSeconds(5)) await Task.Delay(50);

        var published = await newsroom.ReloadAsync(article);
        Assert.Equal("Morning edition", published.Headline);
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.Set<Job>().CountAsync(job => job.Kind == nameof(ScheduledPublication))));
    }

    [Theory, OnBoth]
    public async Task Stories_that_came_due_while_the_program_was_down_go_out_after_its_start_in_due_order(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var later = await newsroom.DraftAsync("Second");
        var sooner = await newsroom.DraftAsync("First");
        await newsroom.ActAsync(later, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow().AddHours(2), 0));
        await newsroom.ActAsync(sooner, (publication, found) => publication.ScheduleAsync(found, newsroom.Clock.GetUtcNow().AddHours(1), 0));

        await newsroom.CloseAsync();
        newsroom.Clock.Advance(TimeSpan.FromHours(3));
        await newsroom.StartAsync();
        var started = DateTimeOffset.UtcNow;
        while (!(await newsroom.ReloadAsync(later)).IsPublished && DateTimeOffset.UtcNow < started.AddSeconds(10)) await Task.Delay(50);

        var (first, second) = (await newsroom.ReloadAsync(sooner), await newsroom.ReloadAsync(later));
        Assert.True(first.IsPublished && second.IsPublished);
        Assert.True(first.PublishedAt <= second.PublishedAt);
        Assert.Contains("First", await newsroom.Client.GetStringAsync("/latest"));
    }

    [Theory, OnBoth]
    public async Task A_version_changed_behind_our_back_breaks_the_chain_and_a_legal_removal_does_not(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var version = await newsroom.AskAsync(newspaper => newspaper.ArticleVersions.SingleAsync());

        Assert.True(version.IsIntact(article.PublicId, null));
        version.Destroy("Court order 12/26", 1, newsroom.Clock.GetUtcNow());
        Assert.True(version.IsIntact(article.PublicId, null));

        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.ArticleVersions.ExecuteUpdateAsync(set =>
            set.SetProperty(row => row.ContentJson, row => row.ContentJson!.Replace("Harbour", "Harbor")))));
        Assert.False((await newsroom.AskAsync(newspaper => newspaper.ArticleVersions.SingleAsync())).IsIntact(article.PublicId, null));
    }
}
