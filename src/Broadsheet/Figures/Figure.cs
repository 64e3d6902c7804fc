using System.Globalization;
using Broadsheet.Giving;
using Broadsheet.Words;

namespace Broadsheet.Figures;

/// <summary>A column of numbers.</summary>
/// <param name="Currency">ISO 4217 where they are amounts, in minor units; null: they are counts.</param>
/// <param name="IsDrawn">It stands in the chart as well.</param>
public sealed record FigureColumn(string Name, string? Currency = null, bool IsDrawn = false)
{
    public string Say(long value) => Currency is null ? value.ToString("N0", Spoken.Culture) : new Money(value, Currency).In(Spoken.Language);

    /// <summary>Digits alone, for files.</summary>
    public string Plain(long value) => Currency is null ? value.ToString(CultureInfo.InvariantCulture) : new Money(value, Currency).Plain;
}

/// <param name="Href">Where the thing itself is looked at.</param>
public sealed record FigureRow(string Name, string? Href, IReadOnlyList<long> Values);

/// <summary>A table of numbers with its chart and its file: everything the publisher's desk shows has this form.</summary>
/// <param name="Key">What its file is called: <c>gifts-usd</c>.</param>
/// <param name="About">How it is counted.</param>
/// <param name="Head">What its rows are.</param>
/// <param name="IsRanking">Its rows are things, the largest first; else months.</param>
public sealed record Figure(string Key, string Title, string About, string Head, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureRow> Rows, bool IsRanking = false)
{
    /// <summary>Columns of which a sum over the rows means something.</summary>
    public IReadOnlySet<int> Summed { get; init; } = new HashSet<int>();

    public bool HasNothing => Rows.All(row => row.Values.All(value => value == 0));

    public long SumOf(int column) => Rows.Sum(row => row.Values[column]);
}
