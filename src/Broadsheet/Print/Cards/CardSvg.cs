namespace Broadsheet.Print.Cards;

/// <summary>Draws a card as SVG (<see cref="CardDrawing"/>).</summary>
public static class CardSvg
{
    private const double Margin = 72, NameLine = 96, RuleLine = 132, KickerLine = 196, FootLine = Card.Height - 56;

    private static readonly double[] Sizes = [92, 84, 76, 68, 62, 56, 50], CoverSizes = [260, 220, 190, 160, 130, 110, 90];

    public static string Draw(Card card)
    {
        var drawing = Begin(card, Card.Width, Card.Height, Margin, 14);
        drawing.Write(drawing.OneLine(card.Name, 44), NameLine, card.Ink);
        drawing.Rule(RuleLine, 4, card.Ink);
        drawing.Rule(RuleLine + 9, 1.5, card.Ink);

        var top = RuleLine + 36;
        if (card.Kicker.Length > 0)
        {
            drawing.Write(drawing.OneLine(card.Kicker, 34), KickerLine, card.Accent);
            top = KickerLine + 18;
        }
        Title(drawing, card, Sizes, top, FootLine - (card.Foot.Length > 0 ? 44 : 0) - top);
        if (card.Foot.Length > 0) drawing.Write(drawing.OneLine(card.Foot, 32, isBold: false), FootLine, card.Ink);
        return drawing.End();
    }

    /// <summary>The paper's cover for programs that play recordings: square, <see cref="Card.Cover"/> pixels wide; its title and a line below.</summary>
    public static string DrawCover(Card card)
    {
        const double margin = 130;
        var drawing = Begin(card, Card.Cover, Card.Cover, margin, 40);
        drawing.Rule(200, 10, card.Ink);
        drawing.Rule(222, 3, card.Ink);
        Title(drawing, card, CoverSizes, 290, Card.Cover - 290 - 300);
        if (card.Foot.Length > 0) drawing.Write(drawing.OneLine(card.Foot, 64, isBold: false), Card.Cover - margin, card.Ink);
        return drawing.End();
    }

    private static CardDrawing Begin(Card card, int width, int height, double margin, double edge)
    {
        var drawing = new CardDrawing(card, width, height, margin);
        drawing.Rectangle(0, 0, width, height, card.Paper);
        drawing.Rectangle(0, 0, width, edge, card.Accent);
        return drawing;
    }

    private static void Title(CardDrawing drawing, Card card, double[] sizes, double top, double high)
    {
        var (lines, size) = drawing.Fitted(card.Title, sizes, high);
        for (var i = 0; i < lines.Count; i++) drawing.Write(lines[i], top + CardDrawing.Leading(size) * (i + 0.82), card.Ink);
    }
}
