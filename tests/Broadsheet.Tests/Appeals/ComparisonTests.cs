using Broadsheet.Appeals;

namespace Broadsheet.Tests.Appeals;

/// <summary>Whether what is said of a message against a holdout is right, where the truth is known.</summary>
public sealed class ComparisonTests
{
    // Newcombe's own table II, contrasts (a), (c) and (e), method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 52.4, 333.9)]
    [InlineData(9, 10, 3, 10, 170.5, 809.0)]
    [InlineData(5, 56, 0, 29, -38.1, 192.6)]
    public void The_interval_is_Newcombes(long givers1, long browsers1, long givers2, long browsers2, double low, double high)
    {
        var (with, without) = (new Lot(browsers1 * 1L, givers1), new Lot(browsers2 * 1L, givers2));
        var found = Comparison.Between(with, without);

        Assert.Equal(low, found.Low, 0.06);
        Assert.Equal(high, found.High, 0.06);
    }

    [Fact]
    public void Of_a_simulated_month_the_figures_are_right_and_of_a_thousand_months_nineteen_in_twenty_ranges_hold_the_truth()
    {
        var random = new Random(20261128);
        // 6 givers in 1,000 with the message, 3 without: it brings 3.
        const double With = 0.006, Without = 0.003, Truth = 1000 * (With - Without);

        var (held, clear) = (0, 0);
        for (var month = 0; month < 1_000; month++)
        {
            var (with, without) = Month(random, browsers: 20_000, heldOut: 0.3, With, Without);
            var found = Comparison.Of(with, without)!;
            if (found.Low <= Truth && Truth <= found.High) held++;
            if (found.IsClear) clear++;
            Assert.InRange(found.PerThousand, found.Low, found.High);
        }
        Assert.InRange(held, 935, 970);
        Assert.InRange(clear, 700, 1_000);
    }

    [Fact]
    public void Of_a_message_that_does_nothing_it_is_seldom_said_that_it_does_something()
    {
        var random = new Random(7);
        var clear = Enumerable.Range(0, 1_000).Count(_ => Month(random, 20_000, 0.2, 0.004, 0.004) is var (with, without) && Comparison.Of(with, without)!.IsClear);

        Assert.InRange(clear, 20, 75);
    }

    [Fact]
    public void Too_few_are_too_few_to_say()
    {
        Assert.Null(Comparison.Of(new(10_000, 9), new(10_000, 0)));
        Assert.Null(Comparison.Of(new(10_000, 60), new(199, 0)));
        Assert.NotNull(Comparison.Of(new(10_000, 60), new(200, 0)));
        // More gave than were counted: the counter was cut off. It says something, and no nonsense.
        Assert.InRange(Comparison.Of(new(200, 300), new(200, 0))!.High, 900, 1_001);
    }

    /// <summary>Each browser draws its lot, then gives or does not: as the page's script and chance have it.</summary>
    private static (Lot With, Lot Without) Month(Random random, int browsers, double heldOut, double with, double without)
    {
        long withBrowsers = 0, withGivers = 0, withoutBrowsers = 0, withoutGivers = 0;
        for (var browser = 0; browser < browsers; browser++)
        {
            if (random.NextDouble() < heldOut)
            {
                withoutBrowsers++;
                if (random.NextDouble() < without) withoutGivers++;
            }
            else
            {
                withBrowsers++;
                if (random.NextDouble() < with) withGivers++;
            }
        }
        return (new(withBrowsers, withGivers), new(withoutBrowsers, withoutGivers));
    }
}
