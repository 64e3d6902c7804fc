using Broadsheet.Articles;
using Broadsheet.FrontPage;

namespace Broadsheet.Tests.FrontPage;

/// <summary>The law of places, without a database: no story twice, no place empty while there is a story for it.</summary>
public sealed class FillingTests
{
    private sealed record Story(long Id, Guid PublicId, ArticleKind Kind, bool HasPicture, bool IsOut);

    private static readonly DateTimeOffset Now = new(2026, 11, 27, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task No_story_stands_twice_in_1000_arrangements_and_no_place_is_empty_while_there_are_stories()
    {
        var random = new Random(20261127);
        for (var round = 0; round < 1000; round++)
        {
            List<Zone> zones = [.. Enumerable.Range(0, random.Next(1, 7)).Select(at => new Zone($"z{at}", "", new ThemeZone($"z{at}", random.Next(1, 8))
            {
                Opens = random.Next(2) == 0 ? ["picture"] : [],
                Among = random.Next(3) * 6,
                Never = random.Next(3) == 0 ? [ArticleKind.Sponsored] : [],
            }, null))];
            List<Story> stories = [.. Enumerable.Range(1, random.Next(0, 30)).Select(id => new Story(id, Guid.NewGuid(), random.Next(5) == 0 ? ArticleKind.Sponsored : ArticleKind.News, random.Next(2) == 0, random.Next(6) > 0))];
            // What an editor could do and what a hostile form could send: the same story often, places that are none.
            List<PlacedStory> placed = [.. Enumerable.Range(0, stories.Count == 0 ? 0 : random.Next(0, 25)).Select(_ => new PlacedStory($"z{random.Next(8)}", random.Next(-1, 9), stories[random.Next(stories.Count)].PublicId, Now.AddHours(1)))];
            var layout = new FrontPageLayout(placed, []);
            for (var moves = stories.Count == 0 ? 0 : random.Next(0, 6); moves > 0; moves--) layout = layout.Put(stories[random.Next(stories.Count)].PublicId, zones[random.Next(zones.Count)], random.Next(-2, 10), Now.AddHours(2));

            List<Story> outNow = [.. stories.Where(story => story.IsOut)];
            var filled = await new Filling<Story>(story => story.Id, (zone, story) => zone.Fits(story.Kind), (_, story) => story.HasPicture,
                    (_, taken, count) => Task.FromResult<IReadOnlyList<Story>>([.. outNow.Where(story => !taken.Contains(story.Id))]))
                .FillAsync(zones, layout.Placed, outNow.ToDictionary(story => story.PublicId));

            var shown = filled.SelectMany(zone => zone.Stories).ToList();
            Assert.Equal(shown.Count, shown.DistinctBy(story => story.Id).Count());
            Assert.All(shown, story => Assert.True(story.IsOut));
            Assert.All(filled, zone => Assert.All(zone.Stories, story => Assert.True(zone.Zone.Fits(story.Kind))));
            foreach (var zone in filled.Where(zone => zone.Slots.Any(slot => slot.Story is null)))
                Assert.DoesNotContain(outNow, story => zone.Zone.Fits(story.Kind) && !shown.Contains(story));
        }
    }

    [Fact]
    public void A_story_put_between_others_moves_them_down_as_far_as_the_next_free_place()
    {
        var (a, b, c, d) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var zone = new Zone("row", "", new ThemeZone("row", 4), null);
        var other = new Zone("lead", "", new ThemeZone("lead", 1), null);
        var layout = FrontPageLayout.Empty.Put(a, zone, 0, Now).Put(b, zone, 1, Now).Put(c, zone, 3, Now);

        Assert.Equal([(d, 0), (a, 1), (b, 2), (c, 3)], Places(layout.Put(d, zone, 0, Now)));
        Assert.Equal([(b, 0), (a, 1), (c, 3)], Places(layout.Nudge(a, zone, +1)));
        Assert.Equal([(a, 0), (b, 1), (c, 2)], Places(layout.Nudge(c, zone, -1)));
        Assert.Equal([(a, 0), (b, 1), (c, 3)], Places(layout.Nudge(a, zone, -1)));
        // Full: the last one loses its place.
        var full = layout.Put(d, zone, 2, Now);
        Assert.Equal([(a, 0), (b, 1), (d, 2), (c, 3)], Places(full));
        var e = Guid.NewGuid();
        Assert.Equal([(e, 0), (a, 1), (b, 2), (d, 3)], Places(full.Put(e, zone, 0, Now)));
        // To another zone and back it is one story still.
        Assert.Equal([(b, 1), (d, 2), (c, 3)], Places(full.Put(a, other, 0, Now)));

        List<(Guid, int)> Places(FrontPageLayout of) => [.. of.Placed.Where(placed => placed.Zone == "row").OrderBy(placed => placed.Slot).Select(placed => (placed.Story, placed.Slot))];
    }

    [Theory]
    [InlineData("""{"zones": [{"name": "lead", "slots": 0}]}""", "1 to 24")]
    [InlineData("""{"zones": [{"name": "lead", "slots": 1}, {"name": "lead", "slots": 2}]}""", "two zones")]
    [InlineData("""{"zones": [{"name": "lead", "slots": 1, "each": "week"}]}""", "section")]
    [InlineData("""{"zones": [{"name": "Lead!", "slots": 1}]}""", "small letters")]
    public void A_theme_that_declares_nonsense_is_told_so(string json, string words) =>
        Assert.Contains(words, Assert.Throws<FormatException>(() => ThemeZones.Parse(json)).Message);
}
