namespace Broadsheet.Figures.Charts;

/// <summary>One part of a column, in the chart's own units.</summary>
/// <param name="Series">Which of the drawn columns of the table, from 0.</param>
public sealed record ChartBar(double X, double Y, double Width, double Height, int Series, string Said);

/// <param name="Y">Where its line runs.</param>
public sealed record ChartTick(double Y, string Said);

/// <summary>Lays out months as columns, what is drawn of each stacked in it; what lies below zero is left to the table.</summary>
public sealed class ColumnChart
{
    public const double Width = 720, Height = 250, Left = 84, Right = 8, Top = 12, Foot = 30;

    public ColumnChart(Figure figure)
    {
        var drawn = figure.Columns.Select((column, at) => (column, at)).Where(one => one.column.IsDrawn).ToList();
        Series = [.. drawn.Select(one => one.column.Name)];
        var largest = figure.Rows.Select(row => drawn.Sum(one => Math.Max(0, row.Values[one.at]))).DefaultIfEmpty(0).Max();
        var step = StepFor(largest);
        var (top, plot) = (Math.Max(step, (largest + step - 1) / step * step), Height - Top - Foot);
        Ticks = [.. Enumerable.Range(0, (int)(top / step) + 1).Select(at => new ChartTick(Height - Foot - plot * at * step / top, drawn[0].column.Say(at * step)))];

        var slot = (Width - Left - Right) / Math.Max(1, figure.Rows.Count);
        var (bars, labels, every) = (new List<ChartBar>(), new List<(double, string)>(), (int)Math.Ceiling(figure.Rows.Count / 12.0));
        foreach (var (row, at) in figure.Rows.Select((row, at) => (row, at)))
        {
            var (x, y) = (Left + slot * at, Height - Foot);
            if (at % every == 0) labels.Add((x + slot / 2, row.Name));
            foreach (var ((column, index), series) in drawn.Select((one, series) => (one, series)))
            {
                if (row.Values[index] <= 0) continue;
                var height = plot * row.Values[index] / top;
                y -= height;
                bars.Add(new(x + slot * .15, y, slot * .7, height, series, $"{row.Name}, {column.Name}: {column.Say(row.Values[index])}"));
            }
        }
        (Bars, Labels) = (bars, labels);
    }

    public IReadOnlyList<string> Series { get; }
    public IReadOnlyList<ChartTick> Ticks { get; }
    public IReadOnlyList<ChartBar> Bars { get; }
    public IReadOnlyList<(double X, string Said)> Labels { get; }

    // 1, 2 or 5 of some power of ten, so that about four lines fill the height.
    private static long StepFor(long largest)
    {
        var step = 1L;
        while (true)
        {
            foreach (var by in new long[] { 1, 2, 5 })
            {
                if (largest <= step * by * 5) return step * by;
            }
            step *= 10;
        }
    }
}
