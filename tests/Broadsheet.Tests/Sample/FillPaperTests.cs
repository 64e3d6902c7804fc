using Broadsheet.Articles;
using Broadsheet.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Sample;

public sealed class FillPaperTests
{
    [Fact]
    public async Task Two_papers_filled_alike_hold_the_same_stories()
    {
        var one = await FilledAsync();
        var other = await FilledAsync();

        Assert.Equal(520, one.Count);
        Assert.Equal(one, other);
    }

    private static async Task<List<string>> FilledAsync()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await new FillPaper(newsroom.App.Services.GetRequiredService<IServiceScopeFactory>(), newsroom.Clock).RunAsync(520);
        var contents = await newsroom.AskAsync(newspaper => newspaper.Articles.Published(newsroom.Clock.GetUtcNow()).LatestFirst()
            .Select(article => article.Headline + "|" + article.Slug + "|" + article.Words).ToListAsync());
        return contents;
    }
}
