using Broadsheet.Bench;
using Broadsheet.Sample;
using Broadsheet.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Paper.Press;

/// <summary>Promise 34, a small round of <c>bin/bench freshness</c>: after every edit each stored page is what a fresh one would be.</summary>
public sealed class FreshnessTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(On.Sqlite, 15)]
    [InlineData(On.Postgres, 4)]
    public async Task No_page_is_ever_old(On on, int edits)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        await new FillPaper(newsroom.App.Services.GetRequiredService<IServiceScopeFactory>(), newsroom.Clock).RunAsync(40);

        var figures = await FreshnessRounds.RunAsync(newsroom.App, newsroom.Machine.Data, edits, seed: 7,
            path => newsroom.Client.GetAsync(path), line => { if (line.Contains("old pages", StringComparison.Ordinal)) output.WriteLine(line); });

        output.WriteLine(figures.ToString());
        Assert.Equal(0, figures.Old);
        Assert.Equal(edits, figures.Edits);
        Assert.InRange(figures.TypoRemade, 1, 10);
    }
}
