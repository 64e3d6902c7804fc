namespace Broadsheet.Appeals;

/// <summary>How many browsers of a lot there were, and from how many of them somebody gave.</summary>
public readonly record struct Lot(long Browsers, long Givers)
{
    /// <summary>A giver is a browser that was counted, also where a counter was cut off.</summary>
    internal double Share => Browsers == 0 ? 0 : (double)Math.Min(Givers, Browsers) / Browsers;
}

/// <summary>
/// What a message does, against a lot that never saw it: a range that holds the truth in 19 of 20 such comparisons. It is the hybrid score interval for the difference of two
/// independent shares (R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17, 1998, 873–890, method 10),
/// made of Wilson's intervals of each (E. B. Wilson, JASA 22, 1927, 209–212): it stays right where gifts are few in a thousand, at which the schoolbook's formula fails.
/// </summary>
/// <param name="Low">Givers in 1,000 browsers that it brings at least; below zero: that it costs.</param>
public sealed record Comparison(Lot With, Lot Without, double PerThousand, double Low, double High)
{
    // With fewer, a single gift would turn the answer round.
    public const int FewestBrowsers = 200, FewestGivers = 10;

    // Of the normal distribution, 2.5 % on either side.
    private const double Z = 1.959964;

    /// <summary>Whether it can be said that there is a difference at all.</summary>
    public bool IsClear => Low > 0 || High < 0;

    /// <returns>Null: too few to say.</returns>
    public static Comparison? Of(Lot with, Lot without) =>
        Math.Min(with.Browsers, without.Browsers) < FewestBrowsers || with.Givers + without.Givers < FewestGivers ? null : Between(with, without);

    /// <summary>The interval, however few they are.</summary>
    internal static Comparison Between(Lot with, Lot without)
    {
        var (first, second) = (with.Share, without.Share);
        var ((low1, high1), (low2, high2)) = (Wilson(with), Wilson(without));
        return new(with, without, 1000 * (first - second), 1000 * (first - second - Math.Sqrt(Square(first - low1) + Square(high2 - second))), 1000 * (first - second + Math.Sqrt(Square(high1 - first) + Square(second - low2))));
    }

    private static (double Low, double High) Wilson(Lot lot)
    {
        var (n, p) = ((double)lot.Browsers, lot.Share);
        var (middle, half, whole) = (p + Z * Z / (2 * n), Z * Math.Sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)), 1 + Z * Z / n);
        return ((middle - half) / whole, (middle + half) / whole);
    }

    private static double Square(double number) => number * number;
}
