using Broadsheet.Articles;
using Broadsheet.Contributors;
using Broadsheet.Document;
using Broadsheet.Search.Index;
using Broadsheet.Search.Stories;
using Broadsheet.Tests.Storage;
using Broadsheet.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Search;

/// <summary>The index is what readers see, from the transaction on that changes it.</summary>
public sealed class IndexTests
{
    [Theory, OnBoth]
    public async Task A_story_is_found_by_what_readers_see_of_it_and_by_nothing_else(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (topic, ida) = (new Topic(newsroom.Edition.Id, "Flood", "flood"), new Contributor("Ida Holm", "ida-holm", ContributorKind.Person));
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(topic, ida));
        var draft = await newsroom.DraftAsync("Harbour wall falls", content => content with
        {
            Standfirst = "Council meets tonight",
            Bylines = [new(ida.PublicId)],
            Topics = [topic.PublicId],
            Body = DraftDocument.OfText("The keeper saw a crack in the masonry."),
        });
        Assert.Empty(await FindAsync(newsroom, "harbour"));

        await newsroom.PublishAsync(draft);

        foreach (var asked in new[] { "harbour", "HARBOURS", "council", "holm", "floods", "masonry crack", "\"harbour wall\"", "\"crack in the masonry\"", "section:city wall", "by:holm", "topic:flood keeper", "wall -bridge" })
            Assert.Equal(["Harbour wall falls"], await FindAsync(newsroom, asked));
        foreach (var asked in new[] { "bridge", "\"wall harbour\"", "\"falls council\"", "harbour -wall", "by:holm bridge" })
            Assert.Empty(await FindAsync(newsroom, asked));
    }

    [Theory, OnBoth]
    public async Task What_is_corrected_or_withdrawn_is_so_in_the_same_transaction(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));

        await newsroom.ActAsync(story, (publication, article) => publication.CorrectAsync(article, article.Draft.Content with { Headline = "Harbour wall leans" }, 0, "It stands"));
        Assert.Equal(["Harbour wall leans"], await FindAsync(newsroom, "leaning"));
        Assert.Empty(await FindAsync(newsroom, "falling"));
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.SearchWords.Where(row => row.Word == "leans").Select(row => row.Entries).SingleAsync()));
        Assert.False(await newsroom.AskAsync(newspaper => newspaper.SearchWords.AnyAsync(row => row.Word == "falls")));

        // Inside the transaction that takes it back already, and not at all when that fails.
        await newsroom.AskAsync(async newspaper =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => newspaper.WriteAsync(async () =>
            {
                var article = await newspaper.Articles.SingleAsync();
                article.Withdraw(new(WithdrawalKind.Mistake, "Wrong wall", 0, newsroom.Clock.GetUtcNow()));
                await newspaper.SaveChangesAsync();
                Assert.Equal(0, await newspaper.SearchEntries.CountAsync());
                throw new InvalidOperationException("undone");
            }));
            return true;
        });
        Assert.Equal(["Harbour wall leans"], await FindAsync(newsroom, "harbour"));

        await newsroom.ActAsync(story, (publication, article) => publication.WithdrawAsync(article, new(WithdrawalKind.Legal, "A court", 0, newsroom.Clock.GetUtcNow())));
        Assert.Empty(await FindAsync(newsroom, "harbour"));
        Assert.Equal((0, 0), await newsroom.AskAsync(async newspaper => (await newspaper.SearchEntries.CountAsync(), await newspaper.SearchWords.CountAsync())));
    }

    [Theory, OnBoth]
    public async Task A_new_name_is_found_in_all_stories_and_a_hidden_one_in_none(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (topic, ida) = (new Topic(newsroom.Edition.Id, "Flood", "flood"), new Contributor("Ida Holm", "ida-holm", ContributorKind.Person));
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(topic, ida));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Wall falls", content => content with { Bylines = [new(ida.PublicId)], Topics = [topic.PublicId] }));

        await newsroom.ChangeAsync(newspaper => newspaper.Topics.Single().Name = "Deluge");
        await newsroom.ChangeAsync(newspaper => newspaper.Contributors.Single().IsHidden = true);
        await newsroom.RunJobsAsync();

        Assert.Equal(["Wall falls"], await FindAsync(newsroom, "deluge"));
        foreach (var asked in new[] { "flood", "holm", "\"ida holm\"" }) Assert.Empty(await FindAsync(newsroom, asked));
    }

    [Theory, OnBoth]
    public async Task What_is_lost_is_made_again_by_the_command_or_at_the_next_start(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await newsroom.PublishAsync(await newsroom.DraftAsync("Market opens"));
        await newsroom.DraftAsync("A draft");

        await LoseAsync(newsroom);
        Assert.Empty(await FindAsync(newsroom, "harbour"));
        Assert.Equal(2, await newsroom.AskAsync(newspaper => newspaper.IndexMissingAsync(default)));
        Assert.Equal(["Harbour wall falls"], await FindAsync(newsroom, "harbour"));

        await newsroom.AskAsync(newspaper => newspaper.RebuildIndexAsync(null, default));
        Assert.Equal(["Market opens"], await FindAsync(newsroom, "market"));
        Assert.Equal(1, await newsroom.AskAsync(newspaper => newspaper.SearchWords.Where(row => row.Word == "market").Select(row => row.Entries).SingleAsync()));
    }

    private static Task LoseAsync(Newsroom newsroom) => newsroom.AskAsync(newspaper => newspaper.WriteAsync(() => newspaper.SearchEntries.ExecuteDeleteAsync()));

    private static async Task<IEnumerable<string>> FindAsync(Newsroom newsroom, string asked)
    {
        await using var scope = newsroom.App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<StorySearch>().FindAsync(newsroom.Edition, new(asked), default)).Stories.Select(story => story.Headline);
    }
}
