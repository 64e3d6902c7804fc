using Broadsheet.Paper.Press;

namespace Broadsheet.Tests.Paper.Press;

public sealed class MakingTurnsTests
{
    [Fact]
    public async Task What_changed_goes_first_then_what_was_never_made_then_the_most_wanted()
    {
        var turns = new MakingTurns(2);
        var (one, two) = (await turns.EnterAsync(null, hasChanged: false), await turns.EnterAsync(null, hasChanged: false));
        var order = new List<string>();
        var waiting = new List<Task> { RunAsync("seldom", 2, false), RunAsync("new", null, false), RunAsync("often", 90, false), RunAsync("changed", 1, true), RunAsync("sometimes", 7, false) };
        Assert.Empty(order);

        one.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(["changed", "new", "often", "sometimes", "seldom"], order);
        two.Dispose();

        async Task RunAsync(string name, long? hits, bool hasChanged)
        {
            using var turn = await turns.EnterAsync(hits, hasChanged);
            lock (order) order.Add(name);
        }
    }

    [Fact]
    public async Task One_place_is_kept_from_pages_that_changed_only_beside()
    {
        var turns = new MakingTurns(2);
        var first = await turns.EnterAsync(5, hasChanged: false);
        var second = turns.EnterAsync(9, hasChanged: false);
        Assert.False(second.IsCompleted);

        using (await turns.EnterAsync(1, hasChanged: true)) Assert.False(second.IsCompleted);
        using (await turns.EnterAsync(null, hasChanged: false)) Assert.False(second.IsCompleted);

        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task None_that_changed_only_beside_begins_while_one_that_changed_itself_is_made()
    {
        var turns = new MakingTurns(4);
        var changed = await turns.EnterAsync(5, hasChanged: true);
        var beside = turns.EnterAsync(900, hasChanged: false);
        Assert.False(beside.IsCompleted);
        // Its readers have the last one meanwhile; those of a page that was never made have nothing.
        (await turns.EnterAsync(null, hasChanged: false)).Dispose();
        Assert.False(beside.IsCompleted);

        changed.Dispose();
        (await beside).Dispose();
    }

    [Fact]
    public async Task No_more_are_made_at_once_than_may_be()
    {
        var turns = new MakingTurns(2);
        var (now, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            using var turn = await turns.EnterAsync(number % 3 == 0 ? null : number, number % 7 == 0);
            var busy = Interlocked.Increment(ref now);
            InterlockedMax(ref most, busy);
            await Task.Yield();
            Interlocked.Decrement(ref now);
        }));
        Assert.Equal(2, most);
    }

    private static void InterlockedMax(ref int place, int value)
    {
        for (var known = Volatile.Read(ref place); value > known; known = Volatile.Read(ref place))
            if (Interlocked.CompareExchange(ref place, value, known) == known) return;
    }
}
