namespace Broadsheet.Popularity;

/// <summary>How Popular is ranked, as the publisher chose.</summary>
public sealed record PopularSettings
{
    /// <summary>After so many hours a read weighs half in the day's list; in the week's seven times as many, in the month's thirty.</summary>
    public double HalfLifeHours { get; init; } = 6;

    /// <summary>How many stories a page shows beside its own.</summary>
    public int Stories { get; init; } = 5;
}

public enum PopularWindow
{
    Day,
    Week,
    Month,
}

public static class PopularWindows
{
    public static int Days(this PopularWindow window) => window switch
    {
        PopularWindow.Week => 7,
        PopularWindow.Month => 30,
        _ => 1,
    };
}
