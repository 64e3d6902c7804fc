using Broadsheet.Print.Lines;

namespace Broadsheet.Print.Pages;

/// <summary>How wide each column is: as its widest text, and the one with the longest texts takes what is left or breaks its lines.</summary>
internal sealed class TableColumns
{
    private const double Gap = 14;
    private const double Narrowest = 70;

    public TableColumns(IReadOnlyList<double> natural, double width)
    {
        var widest = natural.Count == 1 ? 0 : Enumerable.Range(0, natural.Count - 1).MaxBy(i => natural[i]);
        var others = natural.Where((_, i) => i != widest).Sum() + (Gap * (natural.Count - 1));
        Widths = [.. natural.Select((own, i) => i == widest ? Math.Max(width - others, Narrowest) : own)];

        // Several long columns share what there is in the proportion of their texts.
        var room = width - (Gap * (natural.Count - 1));
        if (Widths.Sum() > room) Widths = [.. natural.Select(own => own / natural.Sum() * room)];

        Starts = [.. Widths.Select((_, i) => Widths.Take(i).Sum() + (Gap * i))];
    }

    public IReadOnlyList<double> Widths { get; }

    public IReadOnlyList<double> Starts { get; }

    public static TableColumns For(AmountTable table, Typesetter typesetter, double width)
    {
        var natural = table.Head.Select((head, i) => table.Rows.Select(row => typesetter.WidthOf(row[i], TextStyle.Body))
            .Append(typesetter.WidthOf(head, TextStyle.Label)).Max()).ToArray();
        if (table.Total is { } total) natural[^1] = Math.Max(natural[^1], typesetter.WidthOf(total.Amount, TextStyle.Strong));
        return new(natural, width);
    }
}
