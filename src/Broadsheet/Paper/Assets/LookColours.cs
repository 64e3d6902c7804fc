namespace Broadsheet.Paper.Assets;

/// <summary>The three colours that a publisher chose, each moved until it can be read, whatever was chosen.</summary>
public readonly record struct LookColours(Colour Paper, Colour Ink, Colour Accent)
{
    public static LookColours Light(PaperLook look) => Of(look, isDark: false);

    /// <summary>The paper by lamplight: its own hue, far down, and ink like the paper it was printed on.</summary>
    public static LookColours Dark(PaperLook look) => Of(look, isDark: true);

    private static LookColours Of(PaperLook look, bool isDark)
    {
        var standard = new PaperLook();
        var chosenPaper = Colour.Parse(look.PaperColour) ?? Colour.Parse(standard.PaperColour)!.Value;
        var chosenInk = Colour.Parse(look.InkColour) ?? Colour.Parse(standard.InkColour)!.Value;
        var accent = Colour.Parse(look.AccentColour) ?? Colour.Parse(standard.AccentColour)!.Value;

        var paper = isDark ? new Colour(0x1a, 0x18, 0x15).Mix(chosenPaper, 0.015) : chosenPaper;
        var ink = isDark ? new Colour(0xe8, 0xe3, 0xd8) : chosenInk.LegibleOn(paper, new Colour(0, 0, 0));
        return new(paper, ink, accent.LegibleOn(paper.Mix(ink, 0.06), ink));
    }
}
