using Broadsheet.Articles;
using Broadsheet.Popularity;
using Broadsheet.Sections;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Popularity;

public sealed class RankingTests
{
    [Fact]
    public async Task What_is_hot_now_stands_before_what_was_read_more_earlier()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var old = await newsroom.PublishAsync(await newsroom.DraftAsync("Yesterday's news"));
        var hot = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.ReadByAsync(old, 10);
        newsroom.Clock.Advance(TimeSpan.FromHours(12)); // two half-lives: ten reads weigh two and a half
        await newsroom.ReadByAsync(hot, 4);

        Assert.Equal([hot.Id, old.Id], await PopularAsync(newsroom, PopularWindow.Day));
        Assert.Equal([old.Id, hot.Id], await PopularAsync(newsroom, PopularWindow.Week));
    }

    [Fact]
    public async Task A_window_ends()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.ReadByAsync(wall, 2);

        newsroom.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Empty(await PopularAsync(newsroom, PopularWindow.Day));
        Assert.Equal([wall.Id], await PopularAsync(newsroom, PopularWindow.Week));
        newsroom.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Empty(await PopularAsync(newsroom, PopularWindow.Week));
        Assert.Equal([wall.Id], await PopularAsync(newsroom, PopularWindow.Month));
    }

    [Fact]
    public async Task Barred_sponsored_hidden_and_withdrawn_stories_stay_out()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var open = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var barred = await newsroom.PublishAsync(await newsroom.DraftAsync("Barred"));
        var hidden = await newsroom.PublishAsync(await newsroom.DraftAsync("Hidden"));
        var paid = await newsroom.PublishAsync(await newsroom.DraftAsync("Paid", content => content with { Kind = ArticleKind.Sponsored, Payer = "Coast Bank" }));
        var withdrawn = await newsroom.PublishAsync(await newsroom.DraftAsync("Withdrawn"));
        foreach (var article in (Article[])[open, barred, hidden, paid, withdrawn]) await newsroom.ReadByAsync(article, 2);

        await newsroom.ChangeAsync(newspaper => newspaper.Articles.Single(row => row.Id == barred.Id).IsBarredFromPopular = true);
        await newsroom.ChangeAsync(newspaper => newspaper.Articles.Single(row => row.Id == hidden.Id).IsHiddenFromSearchEngines = true);
        await newsroom.ActAsync(withdrawn, (publication, found) => publication.WithdrawAsync(found, new(WithdrawalKind.Mistake, "Too early", 0, newsroom.Clock.GetUtcNow())));

        Assert.Equal([open.Id], await PopularAsync(newsroom, PopularWindow.Day));
    }

    [Fact]
    public async Task A_section_has_a_ranking_of_its_own()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var sport = new Section(newsroom.Edition.Id, "Sport", "sport", 1);
        await newsroom.ChangeAsync(newspaper => newspaper.Sections.Add(sport));
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        var match = await newsroom.PublishAsync(await newsroom.DraftAsync("Late goal", content => content with { Section = sport.PublicId }));
        await newsroom.ReadByAsync(wall, 3);
        await newsroom.ReadByAsync(match, 2);

        Assert.Equal([match.Id], await PopularAsync(newsroom, PopularWindow.Day, sport.Id));
        Assert.Equal([wall.Id, match.Id], await PopularAsync(newsroom, PopularWindow.Day));
    }

    private static Task<IReadOnlyList<long>> PopularAsync(Newsroom newsroom, PopularWindow window, long? section = null)
    {
        newsroom.Clock.Advance(TimeSpan.FromSeconds(10));
        return newsroom.App.Services.GetRequiredService<PopularStories>().InAsync(new(newsroom.Edition.Id, section, window));
    }
}
