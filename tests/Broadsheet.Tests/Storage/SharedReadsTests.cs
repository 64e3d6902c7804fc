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
