namespace Broadsheet.Print.Cards;

/// <summary>What a link shows where it is shared and has no photograph: the paper's name, the headline, who wrote it; <see cref="Width"/> by <see cref="Height"/> pixels.</summary>
/// <param name="Kicker">The section; empty for none.</param>
/// <param name="Foot">The names; empty for none.</param>
/// <param name="Language">BCP 47, for the shapes of letters.</param>
public sealed record Card(string Name, string Kicker, string Title, string Foot, string Language, bool IsRightToLeft)
{
    /// <summary>As Open Graph's readers ask for it: 1.91 to 1.</summary>
    public const int Width = 1200, Height = 630;

    /// <summary>Of a cover, in both directions: Apple asks for 1,400 to 3,000.</summary>
    public const int Cover = 1500;

    /// <summary>Six-digit colours.</summary>
    public string Paper { get; init; } = "#fdfbf6";

    public string Ink { get; init; } = "#1b1a17";
    public string Accent { get; init; } = "#9b1c1f";

    /// <summary>Whether our fonts have every letter of it; a row of boxes says less than no picture.</summary>
    public bool CanBeShown => SheetPdf.CanShow(Name + Kicker + Title + Foot);
}
