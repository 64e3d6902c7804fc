using System.Globalization;
using Broadsheet.Paper.Edge;
using Broadsheet.Sample;
using Broadsheet.Tests.Storage;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Paper.Edge;

public sealed class EdgeTagTests(ITestOutputHelper output)
{
    private static readonly Gen<string> Key = Gen.Select(Gen.Const("articles"), Gen.Int[1, 100_000],
        (table, id) => string.Create(CultureInfo.InvariantCulture, $"{table}:{id}"));

    [Fact]
    public void Whatever_a_page_was_made_from_purges_it_and_its_tags_fit() => Key.HashSet[1, 1500].Sample(keys =>
    {
        var tags = EdgeTag.Of(keys, ',');

        Assert.InRange(tags.Length, 1, EdgeTag.Bound);
        var carried = tags.Split(',').ToHashSet();
        Assert.Contains(EdgeTag.All, carried);
        Assert.All(keys, key => Assert.True(EdgeTag.ToPurge([key]).Overlaps(carried), $"{key} would not be purged"));
    }, iter: 300);

    [Fact]
    public void A_page_that_read_as_much_as_most_is_purged_by_what_it_read_and_by_nothing_else()
    {
        var carried = EdgeTag.Of([.. Enumerable.Range(1, 150).Select(id => $"articles:{id}")], ' ').Split(' ').ToHashSet();

        var needless = Enumerable.Range(1000, 10_000).Count(id => EdgeTag.ToPurge([$"articles:{id}"]).Overlaps(carried));

        Assert.InRange(needless, 0, 3);
    }

    [Theory]
    [InlineData("cloudflare", "Cache-Tag")]
    [InlineData("varnish", "Surrogate-Key")]
    public async Task The_pages_of_a_big_paper_carry_tags_within_the_bound(string driver, string header)
    {
        await using var newsroom = await Newsroom.OpenAsync(On.Sqlite, machine => machine with { Edge = new() { Driver = driver, Zone = "z", Token = "t", Address = "http://127.0.0.1:9" } });
        await new FillPaper(newsroom.App.Services.GetRequiredService<IServiceScopeFactory>(), newsroom.Clock).RunAsync(400);
        var story = await newsroom.PublishAsync(await newsroom.DraftAsync("Harbour wall falls"));

        foreach (var page in new[] { "/", "/latest", "/latest?page=2", "/popular", "/city", "/feed.xml", "/sitemap.xml", $"/city/{story.Slug}" })
        {
            using var answer = await newsroom.Client.GetAsync(page);
            var tags = Assert.Single(answer.Headers.GetValues(header));
            output.WriteLine($"{page}: {tags.Length} bytes, {tags.Split(',', ' ').Length} tags, the longest of {tags.Split(',', ' ').Max(tag => tag.Length)}");
            Assert.InRange(tags.Length, 10, EdgeTag.Bound);
        }
    }
}
