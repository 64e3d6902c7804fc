using Broadsheet.Storage;

namespace Broadsheet.Tests.Storage;

public sealed class SoleWorkTests
{
    [Theory, OnBoth]
    public async Task One_process_has_it_at_a_time_and_it_is_free_when_that_one_ends(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on);
        var (here, there) = (new SoleWork(newsroom.Machine), new SoleWork(newsroom.Machine));

        var held = await here.TryBeginAsync("tests", default);
        Assert.NotNull(held);
        Assert.Null(await there.TryBeginAsync("tests", default));
        await using (var other = await there.TryBeginAsync("others", default)) Assert.NotNull(other);
        await held.AssureAsync(default);

        await held.DisposeAsync();
        await using var next = await there.TryBeginAsync("tests", default);
        Assert.NotNull(next);
    }
}
