using Broadsheet.Contributors;
using Broadsheet.Sections;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Storage;

/// <summary>What pages read alike is read once, and never old.</summary>
public sealed class SharedReadsTests
{
    [Theory, OnBoth]
    public async Task The_second_page_takes_what_the_first_read_and_depends_on_the_same_until_it_changes(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (readings, shared) = (0, newsroom.App.Services.GetRequiredService<ChangeFeed>().Shared);

        var (first, names) = await PageAsync();
        var (second, again) = await PageAsync();
        Assert.Equal((1, "City"), (readings, Assert.Single(names)));
        Assert.Same(names, again);
        Assert.Equal(first.Keys.Order(), second.Keys.Order());
        Assert.Contains("sections", second.Keys);

        await newsroom.ChangeAsync(newspaper => newspaper.Sections.Single().Name = "Town");
        Assert.Equal("Town", Assert.Single((await PageAsync()).Names));
        Assert.Equal(2, readings);

        // A story says nothing about sections.
        await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));
        await PageAsync();
        Assert.Equal(2, readings);

        Task<(ReadSet Reads, IReadOnlyList<string> Names)> PageAsync() => newsroom.AskAsync(async newspaper =>
        {
            var reads = new ReadSet { Shared = shared };
            newspaper.Reads = reads;
            return (reads, (IReadOnlyList<string>)await newspaper.SharedAsync("names", () =>
            {
                readings++;
                return newspaper.Sections.AsNoTracking().Select(section => section.Name).ToListAsync();
            }));
        });
    }

    [Theory, OnBoth]
    public async Task Of_rows_only_those_are_asked_for_that_no_page_has_read_and_a_change_of_one_leaves_the_others(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var shared = newsroom.App.Services.GetRequiredService<ChangeFeed>().Shared;
        var (ada, ben) = (new Contributor("Ada", "ada", ContributorKind.Person), new Contributor("Ben", "ben", ContributorKind.Person));
        await newsroom.ChangeAsync(newspaper => newspaper.AddRange(ada, ben));
        var asked = new List<Guid>();

        await PageAsync([ada.PublicId]);
        var (reads, names) = await PageAsync([ada.PublicId, ben.PublicId, Guid.NewGuid()]);
        Assert.Equal(["Ada", "Ben"], names);
        Assert.Equal([ada.PublicId, ben.PublicId], asked.Distinct().Take(2));
        Assert.Equal(1, asked.Count(id => id == ada.PublicId));
        Assert.Equal(new[] { "contributors:*", $"contributors:{ada.Id}", $"contributors:{ben.Id}" }.Order(), reads.Keys.Order());

        asked.Clear();
        await newsroom.ChangeAsync(newspaper => newspaper.Contributors.Single(row => row.Slug == "ada").Name = "Adah");
        Assert.Equal(["Adah", "Ben"], (await PageAsync([ada.PublicId, ben.PublicId])).Names);
        Assert.Equal([ada.PublicId], asked);

        Task<(ReadSet Reads, List<string> Names)> PageAsync(IReadOnlyCollection<Guid> ids) => newsroom.AskAsync(async newspaper =>
        {
            var reads = new ReadSet { Shared = shared };
            newspaper.Reads = reads;
            var found = await newspaper.SharedRowsAsync<Contributor>("contributors", ids, row => (row.PublicId, row.Id), async wanted =>
            {
                asked.AddRange(wanted);
                return await newspaper.Contributors.AsNoTracking().ByRows("contributors").Where(row => wanted.Contains(row.PublicId)).ToListAsync();
            });
            return (reads, found.Values.Select(row => row.Name).Order().ToList());
        });
    }

    [Fact]
    public void What_is_forgotten_leaves_nothing_behind()
    {
        var shared = new SharedReads();
        for (var round = 0; round < 100; round++)
        {
            shared.Keep(("ranking", round), round, ["articles:*", $"articles:{round}"], shared.Changes);
            Assert.Equal(round, shared.Find(("ranking", round))!.Value);
            shared.Forget([$"articles:{round}"]);
            Assert.Null(shared.Find(("ranking", round)));
        }

        Assert.Equal((0, 0), shared.Held);
    }

    [Fact]
    public async Task What_is_read_beside_rows_keeps_none_of_them()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var shared = newsroom.App.Services.GetRequiredService<ChangeFeed>().Shared;
        var ada = new Contributor("Ada", "ada", ContributorKind.Person);
        await newsroom.ChangeAsync(newspaper => newspaper.Add(ada));
        var asked = 0;

        for (var page = 1; page <= 2; page++)
        {
            await newsroom.AskAsync(newspaper =>
            {
                newspaper.Reads = new ReadSet { Shared = shared };
                return newspaper.SharedRowsAsync<Contributor>("contributors", [ada.PublicId], row => (row.PublicId, row.Id), async wanted =>
                {
                    asked++;
                    await newspaper.Sections.AsNoTracking().ToListAsync();
                    return await newspaper.Contributors.AsNoTracking().ByRows("contributors").Where(row => wanted.Contains(row.PublicId)).ToListAsync();
                });
            });
        }

        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task What_was_read_while_something_changed_is_not_kept_nor_what_time_makes_another()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var shared = newsroom.App.Services.GetRequiredService<ChangeFeed>().Shared;

        await PageAsync("late", async newspaper =>
        {
            var names = await newspaper.Sections.AsNoTracking().Select(section => section.Name).ToListAsync();
            await newsroom.ChangeAsync(other => other.Sections.Single().Name = "Town");
            return names;
        });
        Assert.Equal(["Town"], await PageAsync("late", newspaper => newspaper.Sections.AsNoTracking().Select(section => section.Name).ToListAsync()));

        await PageAsync("day", newspaper =>
        {
            newspaper.Reads!.ExpireAt(newsroom.Clock.GetUtcNow());
            return Task.FromResult<List<string>>(["yesterday"]);
        });
        Assert.Equal(["today"], await PageAsync("day", _ => Task.FromResult<List<string>>(["today"])));

        Task<List<string>> PageAsync(string key, Func<Newspaper, Task<List<string>>> read) => newsroom.AskAsync(newspaper =>
        {
            newspaper.Reads = new ReadSet { Shared = shared };
            return newspaper.SharedAsync(key, () => read(newspaper));
        });
    }
}
