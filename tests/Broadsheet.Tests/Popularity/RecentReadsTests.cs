using Broadsheet.Popularity;

namespace Broadsheet.Tests.Popularity;

public sealed class RecentReadsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, false)]
    [InlineData(29, false)]
    [InlineData(30, true)]
    [InlineData(17 * 60, true)]
    public void A_reader_is_new_again_after_half_an_hour(int minutes, bool isNew)
    {
        var reads = new RecentReads();
        Assert.True(reads.IsNew(0x1234_5678_9ABC_DEF0, Noon));
        Assert.Equal(isNew, reads.IsNew(0x1234_5678_9ABC_DEF0, Noon.AddMinutes(minutes)));
    }

    [Fact]
    public void Growing_forgets_next_to_nobody()
    {
        var (reads, keys) = (new RecentReads(), Keys(50_000));
        foreach (var key in keys) reads.IsNew(key, Noon);
        Assert.InRange(keys.Count(key => reads.IsNew(key, Noon.AddMinutes(10))), 0, 500);
    }

    [Fact]
    public void A_flood_forgets_the_oldest_and_takes_no_more_room()
    {
        var reads = new RecentReads(mostSlots: 1 << 12);
        foreach (var key in Keys(100_000)) reads.IsNew(key, Noon);
        var late = Keys(1_000, seed: 2);
        foreach (var key in late) reads.IsNew(key, Noon.AddMinutes(1));
        Assert.InRange(late.Count(key => reads.IsNew(key, Noon.AddMinutes(2))), 0, 50);
    }

    private static List<ulong> Keys(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64())];
    }
}
