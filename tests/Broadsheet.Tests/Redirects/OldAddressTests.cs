using Broadsheet.Articles;
using Broadsheet.Redirects;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Redirects;

public sealed class OldAddressTests
{
    [Fact]
    public async Task A_story_that_moved_twice_is_found_at_once_under_every_old_address()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls", content => content with { Slug = "one" }));
        await MoveAsync(newsroom, article, "two");
        await MoveAsync(newsroom, article, "three");

        Assert.Equal("/city/three", await FindAsync(newsroom, "/city/one"));
        Assert.Equal("/city/three", await FindAsync(newsroom, "/city/two"));
        Assert.Null(await FindAsync(newsroom, "/city/three"));
    }

    [Fact]
    public async Task An_address_in_use_again_leads_nowhere_else()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var article = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls", content => content with { Slug = "one" }));
        await MoveAsync(newsroom, article, "two");
        await MoveAsync(newsroom, article, "one");

        Assert.Null(await FindAsync(newsroom, "/city/one"));
        Assert.Equal("/city/one", await FindAsync(newsroom, "/city/two"));
    }

    [Fact]
    public async Task Everything_below_a_renamed_section_moves_with_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AskAsync(newspaper => newspaper.WriteAsync(async () =>
        {
            await newspaper.RedirectAsync("/he/ir", "/he/haifa", newsroom.Clock.GetUtcNow(), isPrefix: true);
            return true;
        }));

        Assert.Equal("/he/haifa/a-story", await FindAsync(newsroom, "/he/ir/a-story"));
        Assert.Equal("/he/haifa", await FindAsync(newsroom, "/he/ir"));
        Assert.Null(await FindAsync(newsroom, "/he/irene"));
    }

    private static async Task MoveAsync(Newsroom newsroom, Article article, string slug)
    {
        await newsroom.AskAsync(async newspaper =>
        {
            var found = await newspaper.Articles.ForActs().SingleAsync();
            found.SaveDraft(found.Draft.Content with { Slug = slug }, found.Draft.Revision, 0, newsroom.Clock.GetUtcNow());
            return await newspaper.SaveChangesAsync();
        });
        await newsroom.PublishAsync(article);
    }

    private static async Task<string?> FindAsync(Newsroom newsroom, string path) => (await newsroom.AskAsync(newspaper => newspaper.NewAddressAsync(path)))?.Path;
}
