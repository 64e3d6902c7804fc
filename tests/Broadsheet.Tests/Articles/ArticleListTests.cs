using Broadsheet.Accounts;
using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Tests.Accounts;
using Broadsheet.Tests.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Articles;

public sealed class ArticleListTests
{
    [Theory, OnBoth]
    public async Task Each_list_holds_its_stories_newest_first(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var world = new Section(newsroom.Edition.Id, "World", "world", 1);
        var topic = new Topic(newsroom.Edition.Id, "Harbour", "harbour");
        var ada = new Contributor("Ada Wells", "ada-wells", ContributorKind.Person);
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(world, topic, ada));
        await Out("First", content => content with { AlsoIn = [world.PublicId] });
        await Out("Second", content => content with { Section = world.PublicId, Topics = [topic.PublicId] });
        await Out("Third", content => content with { Topics = [topic.PublicId], Bylines = [new Byline(ada.PublicId)] });
        await newsroom.DraftAsync("Not out", content => content with { Topics = [topic.PublicId] });
        await newsroom.ActAsync(await Out("Wrong"), (publication, found) =>
            publication.WithdrawAsync(found, new Withdrawal(WithdrawalKind.Mistake, "Not true", 0, newsroom.Clock.GetUtcNow())));

        var now = newsroom.Clock.GetUtcNow();
        Assert.Equal(["Third", "Second", "First"], await Read(newspaper => newspaper.Latest(newsroom.Edition.Id, now)));
        Assert.Equal(["Third", "First"], await Read(newspaper => newspaper.LatestInSection(newsroom.City.Id, now)));
        Assert.Equal(["Second", "First"], await Read(newspaper => newspaper.LatestInSection(world.Id, now)));
        Assert.Equal(["Third", "Second"], await Read(newspaper => newspaper.LatestOnTopic(topic.Id, now)));
        Assert.Equal(["Third"], await Read(newspaper => newspaper.LatestBy(ada.Id, now)));

        async Task<Article> Out(string headline, Func<ArticleContent, ArticleContent>? content = null)
        {
            newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
            return await newsroom.PublishAsync(await newsroom.DraftAsync(headline, content));
        }

        Task<List<string>> Read(Func<Newspaper, IQueryable<Article>> list) =>
            newsroom.AskAsync(newspaper => list(newspaper).Select(article => article.Headline).ToListAsync());
    }

    [Theory, OnBoth]
    public async Task The_editor_finds_published_stories_of_its_edition_by_words_and_ids(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var wall = await newsroom.PublishAsync(await newsroom.DraftAsync("The wall before the storm"));
        var quay = await newsroom.PublishAsync(await newsroom.DraftAsync("The quay"));
        await newsroom.DraftAsync("The wall, not out");
        using var reporter = await newsroom.AsAsync(Role.Reporter);

        var found = await reporter.ReadAsync($"/newsroom/articles.json?q=WALL&beside={quay.Id}");
        Assert.Contains("The wall before the storm", found);
        Assert.DoesNotContain("not out", found);
        Assert.DoesNotContain(quay.PublicId.ToString(), await reporter.ReadAsync($"/newsroom/articles.json?q=&beside={quay.Id}"));
        Assert.Contains("The quay", await reporter.ReadAsync($"/newsroom/articles.json?id={quay.PublicId}&id={wall.PublicId}"));
    }

    [Fact]
    public async Task Each_list_is_read_in_the_order_of_an_index_without_sorting_or_walking_the_archive()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var now = newsroom.Clock.GetUtcNow();

        foreach (var list in (Func<Newspaper, IQueryable<Article>>[])
            [newspaper => newspaper.Latest(1, now), newspaper => newspaper.LatestInSection(1, now), newspaper => newspaper.LatestOnTopic(1, now), newspaper => newspaper.LatestBy(1, now)])
        {
            var plan = await newsroom.AskAsync(newspaper => PlanAsync(newspaper, list(newspaper).Take(20)));
            Assert.DoesNotContain("TEMP B-TREE", plan);
            Assert.DoesNotContain("SCAN", plan);
        }
    }

    private static async Task<string> PlanAsync(Newspaper newspaper, IQueryable<Article> list)
    {
        await newspaper.Database.OpenConnectionAsync();
        await using var command = list.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var rows = await command.ExecuteReaderAsync();
        var plan = "";
        while (await rows.ReadAsync()) plan += rows.GetString(3) + "\n";
        return plan;
    }
}
